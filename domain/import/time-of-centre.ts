import { clockTimeAt, type Instant, instantAt, type TimeZone } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

/**
 * The moment of a clock (`HH:MM`) without an offset, as the centre's shows it; none in the hour that is left out in
 * spring: nobody is to be expected then.
 */
export function timeOfCentre(day: PlainDate, clock: string, zone: TimeZone): Instant | undefined {
  const at = instantAt(day, clock, zone);
  return clockTimeAt(at, zone) === clock ? at : undefined;
}
