import { expect, test } from 'vitest';
import { BatchPace } from '../../../main/import/batch-pace.ts';

test('a batch grows to what fits into its time, by two at most, and never over its limit', () => {
  const pace = new BatchPace({ first: 50, most: 180, ms: 25 });
  expect(pace.size).toBe(50);
  pace.took(20);
  expect(pace.size).toBe(63);
  pace.took(1);
  expect(pace.size).toBe(126);
  pace.took(0);
  expect(pace.size).toBe(180);
});

test('one slow batch halves the next at most, and there is always something to do', () => {
  const pace = new BatchPace({ first: 50, most: 1_000, ms: 25 });
  pace.took(10_000);
  expect(pace.size).toBe(25);
  for (let i = 0; i < 5; i++) pace.took(10_000);
  expect(pace.size).toBe(10);
});
