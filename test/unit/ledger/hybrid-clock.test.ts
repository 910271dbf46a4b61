import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instantOf } from '../../../domain/kernel/instant.ts';
import { isHlcOf, laterHlc, nextHlc } from '../../../ledger/hybrid-clock.ts';

const now = fc.integer({ min: 0, max: 4e12 }).map(instantOf);

test('what is written after something was received sorts after it, whatever the clocks of the computers say', () => {
  fc.assert(
    fc.property(now, now, now, (own, others, next) => {
      const mine = nextHlc(undefined, own, 'a');
      const received = nextHlc(undefined, others, 'b');
      const written = nextHlc(laterHlc(mine, received), next, 'a');
      expect(written > mine && written > received).toBe(true);
      expect(isHlcOf(written, 'a')).toBe(true);
    }),
  );
});

test.each([
  ['of another station', nextHlc(undefined, '2026-11-23T09:00:00.000Z' as Instant, 'b')],
  ['of no day', '2026-99-23T09:00:00.000Z-0000-a'],
  ['that sorts after every other', '9999999'],
  ['with a counter of another kind', '2026-11-23T09:00:00.000Z-zzzz-a'],
])('a time %s is not one of this station', (_, hlc) => {
  expect(isHlcOf(hlc, 'a')).toBe(false);
});
