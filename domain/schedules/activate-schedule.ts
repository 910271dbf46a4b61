import type { StaffId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { ScheduleBook } from './evaluation/schedule-book.ts';
import type { ScheduleVersionActivated } from './events.ts';

/** The version of a schedule that a centre confirmed. */
export interface ConfirmedSchedule {
  readonly book: string;
  readonly version: string;
}

export interface ActivateSchedule {
  readonly version: string;
  readonly approvedBy?: StaffId;
  /** What becomes of dates to come that do not fit it. */
  readonly dates: 'move' | 'stay';
}

export type ActivateScheduleRefusal = 'schedule-unknown' | 'schedule-version-changed' | 'schedule-confirmed';

/**
 * Confirms the version that whoever confirms it has read. `confirmed` is what the centre confirmed for the group of the
 * book so far.
 */
export function decideActivateSchedule(
  book: ScheduleBook | undefined,
  confirmed: ConfirmedSchedule | undefined,
  { version, approvedBy, dates }: ActivateSchedule,
): Result<ScheduleVersionActivated[], ActivateScheduleRefusal> {
  if (!book) return refuse('schedule-unknown');
  if (book.version !== version) return refuse('schedule-version-changed');
  if (confirmed?.book === book.book && confirmed.version === version) return refuse('schedule-confirmed');
  const { source, issuedOn } = book;
  const data = {
    book: book.book,
    group: groupOf(book),
    version,
    source,
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(dates === 'move' ? { datesMovedBy: 'station' as const } : {}),
  };
  return accept([{ type: 'ScheduleVersionActivated', version: 2, data }]);
}

/** For which vaccination a schedule stands: of several for one, a centre confirms one at a time. */
export function groupOf({ groups }: Pick<ScheduleBook, 'groups'>): string {
  return groups.map(({ name }) => name).join(', ');
}
