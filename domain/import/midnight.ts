import { clockTimeAt, instantOf, plainDateAt, type TimeZone } from '../kernel/instant.ts';

/**
 * The day in a cell that was written as a moment: `1950-04-01T00:00:00Z` by who knows no days, `1950-03-31T23:00:00Z`
 * by who converted midnight of the first of April. Any other moment stays as it stands.
 */
export function withoutMidnight(text: string, zone: TimeZone): string {
  if (!text.includes(':')) return text;
  const found = /^(.+?)[T ](\d{2}:\d{2})(?::00(?:\.0+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (!found) return text;
  const [, day = '', clock, offset] = found;
  // Noon is how others write a day that no zone shall move.
  if (clock === '00:00' || clock === '12:00') return day;
  const ms = offset === 'Z' ? Date.parse(`${day}T${clock}:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) return text;
  const at = instantOf(ms);
  return clockTimeAt(at, zone) === '00:00' ? plainDateAt(at, zone) : text;
}
