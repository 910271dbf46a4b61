import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName, soundKeyOf } from '../../../domain/people/search-key.ts';

test.each([
  ['Müller-Weiß, Anna', 'mueller weiss anna'],
  ["  O'Neill  ", 'o neill'],
  ['Çelik Ørsted', 'celik orsted'],
  ['Szczęsny 2', 'szczesny 2'],
])('%j is found as %j', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

test('a name without accents is folded as it is beside one that has some', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (name) => {
      expect(foldName(`${name} é`)).toBe(`${foldName(name)} e`.trim());
    }),
  );
});

test('names that sound alike have one key, the first time and every time after', () => {
  for (let again = 0; again < 2; again++) {
    expect(soundKeyOf('meyer', 'sofie')).toBe(soundKeyOf('maier', 'sophie'));
    expect(soundKeyOf('meyer', 'sofie')).not.toBe(soundKeyOf('schulz', 'sofie'));
  }
});
