import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockTimeAt,
  type Instant,
  instantAt,
  instantOf,
  plainDateAt,
} from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';

const zones = [
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];
const moments = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) });

describe('the clock of a centre', () => {
  it('shows what the tables of time zones say, at any moment and place', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (epochMs, zone) => {
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        });
        const at = instantOf(epochMs);
        expect(`${plainDateAt(at, zone)} ${clockTimeAt(at, zone)}`).toBe(shown.format(epochMs));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['2026-03-29T00:59:00.000Z', '01:59'],
    ['2026-03-29T01:00:00.000Z', '03:00'],
    ['2026-10-25T00:59:00.000Z', '02:59'],
    ['2026-10-25T01:00:00.000Z', '02:00'],
  ])('changes to and from summer time to the minute: %s is %s', (at, clock) => {
    expect(clockTimeAt(at as Instant, 'Europe/Berlin')).toBe(clock);
  });

  it('finds the moment of a clock time on the day the clocks change', () => {
    expect(instantAt('2026-03-29' as PlainDate, '09:00', 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z');
    expect(instantAt('2026-10-25' as PlainDate, '09:00', 'Europe/Berlin')).toBe('2026-10-25T08:00:00.000Z');
  });
});
