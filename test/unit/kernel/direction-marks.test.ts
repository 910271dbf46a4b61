import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolated, withoutDirectionMarks } from '../../../domain/kernel/direction-marks.ts';

const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

test('free text is taken in without anything that turns its neighbours, and otherwise as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const taken = withoutDirectionMarks(text);
      expect(taken).not.toMatch(direction);
      if (!direction.test(text)) expect(taken).toBe(text);
    }),
  );
});

test('a value of another direction stands in a sentence as one closed piece; every other stays as it is', () => {
  expect(isolated('LOT\u202e12')).toBe('LOT12');
  expect(isolated('O’Brien <Müller>')).toBe('O’Brien <Müller>');
  expect(isolated('\u2069\u05d3\u05d5\u05d3\u202e')).toBe('\u2068\u05d3\u05d5\u05d3\u2069');
});
