import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '../../../domain/kernel/read-number.ts';

const count = { min: 0, max: 100_000 };

test.each([
  ['0', 0],
  [' 12 ', 12],
  ['-1', undefined],
  ['2,5', undefined],
  ['2.5', undefined],
  ['1e3', undefined],
  ['12a', undefined],
  ['100001', undefined],
  ['99999999999999', undefined],
  ['', undefined],
])('a count typed as "%s" is %s', (text, expected) => {
  expect(readNumber(text, count)).toBe(expected);
});

test.each([
  ['2,5', 2.5],
  ['2.5', 2.5],
  ['-20', -20],
  ['−4,5', -4.5],
  ['2,55', undefined],
  ['61', undefined],
])('a temperature typed as "%s" is %s', (text, expected) => {
  expect(readNumber(text, { min: -100, max: 60, decimals: 1 })).toBe(expected);
});

test('whatever is read lies in its range and says what was typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), (typed) => {
      const read = readNumber(String(typed), { min: -100, max: 100 });
      expect(read).toBe(Math.abs(typed) <= 100 ? typed : undefined);
    }),
  );
});
