import { expect, test } from 'vitest';
import { createSeenCodes, GONE_AFTER_MS } from '../../../renderer/camera/seen-codes.ts';

test('a code that stays in the picture is told once, however long it stays', () => {
  const seen = createSeenCodes();
  const told = Array.from({ length: 1000 }, (_, frame) => seen.isNew('A', frame * 33)).filter(Boolean);
  expect(told).toHaveLength(1);
});

test('a few blurred pictures in between do not tell it again', () => {
  const seen = createSeenCodes();
  expect(seen.isNew('A', 0)).toBe(true);
  expect(seen.isNew('A', GONE_AFTER_MS)).toBe(false);
});

test('a code that left the picture and comes back is told again', () => {
  const seen = createSeenCodes();
  seen.isNew('A', 0);
  expect(seen.isNew('A', GONE_AFTER_MS + 1)).toBe(true);
});

test('another code is told at once, and does not make the first one new', () => {
  const seen = createSeenCodes();
  seen.isNew('A', 0);
  expect(seen.isNew('B', 33)).toBe(true);
  expect(seen.isNew('A', 66)).toBe(false);
});
