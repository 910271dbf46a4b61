import type { Place } from '../../../contracts/ipc/appointments-contract.ts';
import { minutesOf } from '../../../domain/appointments/slot-template.ts';
import { groupBy } from '../../../domain/kernel/group-by.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';

/** One clock time of a day with the places that its lanes have left; never without one. */
export interface Time {
  readonly startsAt: Instant;
  /** `HH:MM` at the centre. */
  readonly clock: string;
  readonly places: readonly Place[];
}

export type Half = 'morning' | 'afternoon';

/** One hour of a day: a cell for each minute at which anything of its half begins, empty where nothing is free. */
export interface HourRow {
  readonly hour: string;
  readonly cells: readonly (Time | undefined)[];
}

/** So many columns can be told apart; places at more minutes than that simply follow each other. */
const MOST_COLUMNS = 12;

export function timesOf(places: readonly Place[], clockOf: (at: Instant) => string): readonly Time[] {
  const byTime = groupBy(places, ({ startsAt }) => startsAt);
  return [...byTime]
    .map(([startsAt, those]) => ({ startsAt, clock: clockOf(startsAt), places: those }))
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
}

export function halfOf({ clock }: Time): Half {
  return clock < '12:00' ? 'morning' : 'afternoon';
}

export function rowsOf(times: readonly Time[]): readonly HourRow[] {
  const minutes = [...new Set(times.map(({ clock }) => clock.slice(3)))].sort();
  return [...groupBy(times, ({ clock }) => clock.slice(0, 2))].map(([hour, those]) => ({
    hour,
    cells:
      minutes.length > MOST_COLUMNS
        ? those
        : minutes.map((minute) => those.find(({ clock }) => clock.endsWith(minute))),
  }));
}

/** The time that is nearest to a clock time; the first of the day where none is wished. */
export function nearestTime(times: readonly Time[], wished: string | undefined): Time | undefined {
  if (wished === undefined) return times[0];
  const gap = ({ clock }: Time) => Math.abs(minutesOf(clock) - minutesOf(wished));
  return times.reduce<Time | undefined>(
    (best, time) => (best === undefined || gap(time) < gap(best) ? time : best),
    undefined,
  );
}

/** Where an arrow key leads: to the time before or after, or to the nearest of the hour above or below. */
export function timeBeside(times: readonly Time[], from: Time, key: string): Time | undefined {
  const at = times.indexOf(from);
  if (key === 'ArrowLeft') return times[at - 1];
  if (key === 'ArrowRight') return times[at + 1];
  const hourOf = ({ clock }: Time) => clock.slice(0, 2);
  const hours = [...groupBy(times, hourOf).values()];
  const row = hours.findIndex((those) => those.includes(from));
  const beside = key === 'ArrowUp' ? hours[row - 1] : key === 'ArrowDown' ? hours[row + 1] : undefined;
  return beside && nearestTime(beside, hourOf(beside[0] ?? from) + from.clock.slice(2));
}
