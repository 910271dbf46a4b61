import { expect, test } from 'vitest';
import { type Instant, offsetTimeAt } from '../../../domain/kernel/instant.ts';

test.each([
  ['2026-11-23T08:00:00.000Z', 'Europe/Berlin', '2026-11-23T09:00+01:00'],
  ['2026-07-01T07:00:00.000Z', 'Europe/Berlin', '2026-07-01T09:00+02:00'],
  ['2026-11-23T19:45:33.712Z', 'Europe/Berlin', '2026-11-23T20:45+01:00'],
  ['2026-11-23T19:45:33.712Z', 'America/St_Johns', '2026-11-23T16:15-03:30'],
])('%s in %s is written %s: seconds never leak into the offset', (at, zone, written) => {
  expect(offsetTimeAt(at as Instant, zone)).toBe(written);
});
