import { daysBetween, type PlainDate } from '../kernel/plain-date.ts';
import { DAYS_FOR_ANOTHER_WEEKDAY, isUsualDay } from './proposal.ts';
import type { Slot } from './slots.ts';

/**
 * The free place on the first of these days that has one, in the order in which the days are preferred. A Sunday only
 * where no other day of the week around it has a place.
 */
export function placeOnDays(
  days: Iterable<PlainDate>,
  freeOn: (day: PlainDate) => Slot | undefined,
): Slot | undefined {
  let unusual: Slot | undefined;
  for (const day of days) {
    if (unusual && Math.abs(daysBetween(unusual.day, day)) > DAYS_FOR_ANOTHER_WEEKDAY) break;
    const slot = freeOn(day);
    if (slot && isUsualDay(day)) return slot;
    unusual ??= slot;
  }
  return unusual;
}
