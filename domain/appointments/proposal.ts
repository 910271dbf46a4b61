import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import type { DoseWindow } from '../schedules/schedule.ts';
import { weekdayOf } from './slot-template.ts';
import { freeIn, type Slot } from './slots.ts';

/** Places of a range of days, in numbers. */
export interface Vacancy {
  readonly free: number;
  readonly capacity: number;
}

const FEWEST_FREE = 3;
const FEWEST_FREE_SHARE = 0.05;

/**
 * The rule for 'few places left': fewer than three free, or fewer than one in twenty. It warns, it never blocks:
 * the desk may still book, or offer the stand-by list.
 */
export function isShort({ free, capacity }: Vacancy): boolean {
  return free < FEWEST_FREE || free < capacity * FEWEST_FREE_SHARE;
}

/** The days in which a dose is looked for: as recommended, and up to the latest where the schedule knows one. */
export function searchDays(window: DoseWindow): { from: PlainDate; to: PlainDate } {
  const from = window.recommendedFrom > window.earliest ? window.recommendedFrom : window.earliest;
  const beyond = addDays(window.recommendedTo, DAYS_BEYOND);
  return { from, to: window.latest !== undefined && window.latest < beyond ? window.latest : beyond };
}

const DAYS_BEYOND = 28;

/** Nobody is proposed to come at night, or on a Sunday, while another day or hour of a week has a place. */
const USUAL_FROM_MINUTE = 7 * 60;
const USUAL_TO_MINUTE = 20 * 60;
const SUNDAY = 7;
export const DAYS_FOR_ANOTHER_WEEKDAY = 6;

/** Whether people are usually asked to come on that day. */
export function isUsualDay(day: PlainDate): boolean {
  return weekdayOf(day) !== SUNDAY;
}

/** The free slot of a day that is nearest to a wished time of day, or simply the first of the usual hours. */
export function nearestFree(
  slots: readonly Slot[],
  minuteOfDay: number | undefined,
  minuteOf: (slot: Slot) => number,
) {
  const free = slots.filter((slot) => freeIn(slot) > 0);
  if (minuteOfDay === undefined) {
    const isUsual = (slot: Slot) => minuteOf(slot) >= USUAL_FROM_MINUTE && minuteOf(slot) < USUAL_TO_MINUTE;
    return free.find(isUsual) ?? free[0];
  }
  return free.reduce<Slot | undefined>((best, slot) => {
    const gap = Math.abs(minuteOf(slot) - minuteOfDay);
    return best === undefined || gap < Math.abs(minuteOf(best) - minuteOfDay) ? slot : best;
  }, undefined);
}

/** A booked date that the dose before it, as given or as planned by now, has made too early or later than advised. */
export function misfitOf(day: PlainDate, window: DoseWindow): 'too-early' | 'too-late' | undefined {
  if (day < window.earliest) return 'too-early';
  return day > (window.latest ?? window.recommendedTo) ? 'too-late' : undefined;
}
