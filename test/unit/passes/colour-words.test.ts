import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourWords } from '../../../domain/passes/colour-words.ts';

test.each([
  ['#0B4F5C', 'dunkles Blaugrün', 'dark teal'],
  ['#FFFFFF', 'Weiß', 'white'],
  ['#000000', 'Schwarz', 'black'],
  ['#D9D9D9', 'helles Grau', 'light grey'],
  ['#A3171C', 'Rot', 'red'],
  ['#1F3A93', 'Blau', 'blue'],
  ['#F4D03F', 'Gelb', 'yellow'],
])('%s is called %s and %s', (colour, de, en) => {
  expect(colourWords(colour)).toEqual({ de, en });
});

test('whatever the colour, there are words for it and no code', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const { de, en } = colourWords(`#${value.toString(16).padStart(6, '0')}`);
      expect(`${de} ${en}`).toMatch(/^[A-Za-zäöüß ]+$/);
    }),
  );
});
