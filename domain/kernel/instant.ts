import type { Branded } from './ids.ts';
import type { PlainDate } from './plain-date.ts';

/** A moment in UTC, ISO 8601 with milliseconds: `2026-11-23T09:12:00.000Z`. Sorts as text. */
export type Instant = Branded<'Instant'>;

/** An IANA time zone, for instance `Europe/Berlin`. */
export type TimeZone = string;

export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

export function epochMsOf(instant: Instant): number {
  return Date.parse(instant);
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOf(epochMsOf(instant) + minutes * 60_000);
}

export function secondsBetween(from: Instant, to: Instant): number {
  return (epochMsOf(to) - epochMsOf(from)) / 1000;
}

/** The calendar day on which the moment falls at the centre. */
export function plainDateAt(instant: Instant, zone: TimeZone): PlainDate {
  const parts = partsAt(epochMsOf(instant), zone);
  return `${parts.year}-${parts.month}-${parts.day}` as PlainDate;
}

/** The wall clock `HH:MM` of the moment at the centre. */
export function clockTimeAt(instant: Instant, zone: TimeZone): string {
  const parts = partsAt(epochMsOf(instant), zone);
  return `${parts.hour}:${parts.minute}`;
}

/** The moment at which the centre's wall clock shows `clock` (`HH:MM`) on that day. */
export function instantAt(date: PlainDate, clock: string, zone: TimeZone): Instant {
  const wanted = Date.parse(`${date}T${clock}:00Z`);
  // Two rounds: the offset at the first guess may differ from the one at the answer near a clock change.
  let guess = wanted - offsetMs(wanted, zone);
  guess = wanted - offsetMs(guess, zone);
  return instantOf(guess);
}

function offsetMs(epochMs: number, zone: TimeZone): number {
  const p = partsAt(epochMs, zone);
  const shown = Date.parse(`${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}Z`);
  return shown - Math.floor(epochMs / 1000) * 1000;
}

const formatters = new Map<TimeZone, Intl.DateTimeFormat>();

function partsAt(epochMs: number, zone: TimeZone): Record<string, string> {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(epochMs).map((part) => [part.type, part.value]));
}
