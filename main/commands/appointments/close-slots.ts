import { type CloseReason, dayStreamOf, type SlotsClosed } from '../../../domain/appointments/slot-events.ts';
import type { LaneId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import type { Closings } from '../../jobs/closings.ts';
import type { WritableDb } from '../../store/database.ts';
import { type Closing, keepSetting, settingOf } from '../../store/settings.ts';
import { expectedOn, openLanesBetween } from '../../store/tables/appointments/slots.ts';
import { runCommand } from '../run-command.ts';
import { cancelClosed } from './cancel-closed.ts';

/** What is cancelled in the transaction of the closing itself: well below 200 ms. */
const AT_ONCE = 20;

export interface CloseSlotsInput {
  readonly requestId?: string;
  readonly day: PlainDate;
  /** Absent for the whole day: dates outside of the slots are cancelled as well then. */
  readonly lanes?: readonly LaneId[];
  readonly reason: CloseReason;
}

/**
 * Closes a day or some of its lanes, cancels every date in them and tells everybody: all of it or nothing. Of a full
 * day only the first dates are cancelled at once; the others are noted with the closing and follow within seconds,
 * also through a kill, so that nobody at the desk waits for them.
 */
export function closeSlots(
  station: Writes & { readonly closings: Closings },
  actor: Actor,
  { requestId, day, lanes, reason }: CloseSlotsInput,
): Result<{ cancelled: number }, 'nothing-to-close' | 'day-over'> {
  const closed = runCommand(station, { name: 'close-slots', actor, requestId }, () => {
    const { db } = station;
    if (day < plainDateAt(station.now(), station.settings.timeZone)) return refuse('day-over');
    const open = openLanesBetween(db, day, day)
      .map(({ lane }) => lane)
      .filter((lane) => lanes === undefined || lanes.includes(lane));
    const people = expectedOn(db, day, lanes);
    if (open.length === 0 && people.length === 0) return refuse('nothing-to-close');
    const dates = people.map((row) => ({ appointmentId: row.appointment_id, personId: row.person_id }));
    const now = dates.slice(0, AT_ONCE).flatMap((date) => cancelClosed(station, day, date));
    const later = dates.slice(AT_ONCE);
    if (later.length > 0) keepClosing(db, { day, actor, dates: later });
    const event: SlotsClosed = { type: 'SlotsClosed', version: 1, data: { day, lanes: open, reason } };
    return accept({
      stream: dayStreamOf(day),
      events: [event],
      also: now,
      value: { cancelled: people.length },
    });
  });
  if (closed.ok) station.closings.start();
  return closed;
}

/** Notes what a closing leaves to do, in the transaction that decides it. */
function keepClosing(db: WritableDb, closing: Closing): void {
  keepSetting(db, 'closings', [...(settingOf(db, 'closings') ?? []), closing]);
}
