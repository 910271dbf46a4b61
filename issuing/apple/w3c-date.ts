import {
  clockTimeAt,
  epochMsOf,
  type Instant,
  plainDateAt,
  type TimeZone,
} from '../../domain/kernel/instant.ts';

/** `2026-11-23T09:00+01:00`: the centre's clock with its offset, which Wallet can be told not to convert. */
export function w3cDate(at: Instant, zone: TimeZone): string {
  const local = `${plainDateAt(at, zone)}T${clockTimeAt(at, zone)}`;
  // The clock shows whole minutes: the seconds must not leak into the offset.
  const offsetMinutes = Math.ceil((Date.parse(`${local}Z`) - epochMsOf(at)) / 60_000);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMinutes);
  return `${local}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
