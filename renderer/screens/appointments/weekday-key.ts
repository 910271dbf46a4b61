import { weekdayOf } from '../../../domain/appointments/slot-template.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const keys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The text that names a weekday, 1 being Monday. */
export function weekdayKey(weekday: number): `dates.weekdays.${(typeof keys)[number]}` {
  return `dates.weekdays.${keys[weekday - 1] ?? 'mon'}`;
}

export function weekdayKeyOf(day: PlainDate): ReturnType<typeof weekdayKey> {
  return weekdayKey(weekdayOf(day));
}
