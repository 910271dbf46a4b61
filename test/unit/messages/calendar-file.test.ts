import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instantOf } from '../../../domain/kernel/instant.ts';
import { calendarFile } from '../../../messaging/calendar-file.ts';

function fileFor(timeZone: string, ...starts: Instant[]): string {
  return calendarFile({
    dates: starts.map((startsAt, index) => ({
      appointmentId: `date-${index}`,
      sequence: 0,
      startsAt,
      durationMinutes: 10,
      isCancelled: false,
    })),
    language: 'de',
    centre: { name: 'Impfzentrum', timeZone },
    now: '2026-11-23T09:00:00.000Z' as Instant,
  });
}

function linesOf(file: string, name: string): string[] {
  return file.split('\r\n').filter((line) => line.startsWith(name));
}

test('a date stands at the clock of the centre, in summer and in winter', () => {
  const file = fileFor(
    'Europe/Berlin',
    '2026-07-06T08:00:00.000Z' as Instant,
    '2026-12-07T08:00:00.000Z' as Instant,
  );
  expect(linesOf(file, 'DTSTART;')).toEqual([
    'DTSTART;TZID=Europe/Berlin:20260706T100000',
    'DTSTART;TZID=Europe/Berlin:20261207T090000',
  ]);
  expect(linesOf(file, 'RRULE')).toEqual([
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  ]);
});

test.each([
  'Europe/Berlin',
  'Europe/Istanbul',
  'America/New_York',
  'Asia/Kathmandu',
  'UTC',
  'Europe/Kyiv',
  'Asia/Calcutta',
])('the zone that the dates name is the one that the file defines: %s', (zone) => {
  const file = fileFor(zone, '2026-07-06T08:00:00.000Z' as Instant);
  const [defined] = linesOf(file, 'TZID:');
  const [start] = linesOf(file, 'DTSTART;');
  expect(start).toContain(`DTSTART;TZID=${defined?.slice('TZID:'.length)}:`);
  expect(file.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
});

test('the local time is that of the zone, whenever and wherever', () => {
  const zone = fc.constantFrom(
    'Europe/Berlin',
    'Europe/Istanbul',
    'America/New_York',
    'Asia/Kathmandu',
    'Pacific/Auckland',
  );
  const at = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') });
  fc.assert(
    fc.property(zone, at, (timeZone, ms) => {
      const minute = ms - (ms % 60_000);
      const local = new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'medium',
      }).format(minute);
      const [start] = linesOf(fileFor(timeZone, instantOf(minute)), 'DTSTART;');
      expect(start?.split(':')[1]).toBe(local.replace(/[-:]/g, '').replace(' ', 'T'));
    }),
  );
});

test('a name that no zone has leaves the dates in universal time', () => {
  const file = fileFor('Mars/Olympus', '2026-07-06T08:00:00.000Z' as Instant);
  expect(linesOf(file, 'DTSTART')).toEqual(['DTSTART:20260706T080000Z']);
  expect(file).not.toContain('VTIMEZONE');
});
