import type { EventOf } from '../kernel/event.ts';
import type { StaffId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

/**
 * A doctor confirmed this version of a schedule for the centre, in whose stream it is; the one that was confirmed for
 * the same group before is so no longer. `approvedBy` is the doctor where a site lead confirmed it. `datesMovedBy`: the
 * dates to come that do not fit are moved, by the station that recorded this and by nobody else; without it they stay.
 */
export type ScheduleVersionActivated = EventOf<
  'ScheduleVersionActivated',
  2,
  {
    readonly book: string;
    readonly group: string;
    readonly version: string;
    readonly source: string;
    readonly issuedOn?: PlainDate;
    readonly approvedBy?: StaffId;
    readonly datesMovedBy?: 'station';
  }
>;

export type ScheduleEvent = ScheduleVersionActivated;
