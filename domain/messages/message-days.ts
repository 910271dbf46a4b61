import { daysBetween, type PlainDate } from '../kernel/plain-date.ts';

/** Whose date a message is about: on these days, or on any from a day on. */
export interface MessageDays {
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/** Days that are over are left out: whoever came then needs it no more. It ends before it begins where all of them are. */
export function stillToCome<Days extends MessageDays>(days: Days, today: PlainDate): Days {
  return days.from < today ? { ...days, from: today } : days;
}

export const MOST_MESSAGE_DAYS = 31;

/** Whether somebody can still come on these days, and they are no more than a message may be about. */
export function isMessagePeriod({ from, to }: MessageDays, today: PlainDate): boolean {
  if (to === undefined) return from >= today;
  const length = daysBetween(from, to);
  return to >= today && length >= 0 && length < MOST_MESSAGE_DAYS;
}
