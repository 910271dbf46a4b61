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

export function addSeconds(instant: Instant, seconds: number): Instant {
  return instantOf(epochMsOf(instant) + seconds * 1000);
}

export function secondsBetween(from: Instant, to: Instant): number {
  return (epochMsOf(to) - epochMsOf(from)) / 1000;
}

/** The calendar day on which the moment falls at the centre. */
export function plainDateAt(instant: Instant, zone: TimeZone): PlainDate {
  return wallClockAt(epochMsOf(instant), zone).slice(0, 10) as PlainDate;
}

/** The wall clock `HH:MM` of the moment at the centre. */
export function clockTimeAt(instant: Instant, zone: TimeZone): string {
  return wallClockAt(epochMsOf(instant), zone).slice(11, 16);
}

/** Day and wall clock at the centre with their offset: `2026-11-23T09:12+01:00`. */
export function offsetTimeAt(instant: Instant, zone: TimeZone): string {
  const key = `${instant} ${zone}`;
  let written = writtenTimes.get(key);
  if (written === undefined) {
    written = writeOffsetTime(instant, zone);
    if (writtenTimes.size >= keptOffsets) writtenTimes.clear();
    writtenTimes.set(key, written);
  }
  return written;
}

/** The dates of a centre are the same for many people: written once. */
const writtenTimes = new Map<string, string>();

function writeOffsetTime(instant: Instant, zone: TimeZone): string {
  const epochMs = epochMsOf(instant);
  const offsetMinutes = Math.round(offsetMs(epochMs, zone) / 60_000);
  const size = Math.abs(offsetMinutes);
  const clock = `${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return `${wallClockAt(epochMs, zone).slice(0, 16)}${offsetMinutes < 0 ? '-' : '+'}${clock}`;
}

/** The moment at which the centre's wall clock shows `clock` (`HH:MM`) on that day. */
export function instantAt(date: PlainDate, clock: string, zone: TimeZone): Instant {
  const wanted = Date.parse(`${date}T${clock}:00Z`);
  // Two rounds: the offset at the first guess may differ from the one at the answer near a clock change.
  let guess = wanted - offsetMs(wanted, zone);
  guess = wanted - offsetMs(guess, zone);
  return instantOf(guess);
}

/** `2026-11-23T10:12:00.000`, followed by a Z that means nothing here. */
function wallClockAt(epochMs: number, zone: TimeZone): string {
  return new Date(epochMs + offsetMs(epochMs, zone)).toISOString();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

const msPerQuarter = 15 * 60_000;
const keptOffsets = 4096;
const offsets = new Map<TimeZone, Map<number, number>>();

/** Clocks change at a quarter of an hour only, and asking for one costs more than all else that uses a date. */
function offsetMs(epochMs: number, zone: TimeZone): number {
  const quarter = Math.floor(epochMs / msPerQuarter);
  let known = offsets.get(zone);
  if (!known || known.size >= keptOffsets) {
    known = new Map();
    offsets.set(zone, known);
  }
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = formattedOffsetMs(quarter * msPerQuarter, zone);
    known.set(quarter, offset);
  }
  return offset;
}

const formatters = new Map<TimeZone, Intl.DateTimeFormat>();

function formattedOffsetMs(epochMs: number, zone: TimeZone): number {
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
  const p = Object.fromEntries(formatter.formatToParts(epochMs).map((part) => [part.type, part.value]));
  return Date.parse(`${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}Z`) - epochMs;
}
