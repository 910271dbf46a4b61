import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';

/** A zone as a calendar file defines it. */
export interface ZoneDefinition {
  /** Under which name the dates of the file refer to it: an old name becomes the present one. */
  readonly id: string;
  /** VTIMEZONE, its lines ended as RFC 5545 has them. */
  readonly text: string;
}

/** The definition of an IANA zone; undefined for a name that no zone has. */
export function zoneDefinition(zone: string): ZoneDefinition | undefined {
  known ??= new Set(tzlib_get_timezones(false));
  if (!known.has(zone)) return undefined;
  const [text = '', id = ''] = tzlib_get_ical_block(zone, false);
  return { id: id.replace(/^TZID=/, ''), text };
}

let known: ReadonlySet<string> | undefined;
