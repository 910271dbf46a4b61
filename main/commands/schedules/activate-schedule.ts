import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import {
  type ActivateScheduleRefusal,
  decideActivateSchedule,
  groupOf,
} from '../../../domain/schedules/activate-schedule.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { confirmedSchedules } from '../../store/tables/schedules/centre-schedules.ts';
import { runCommand } from '../run-command.ts';

interface ActivateScheduleInput {
  readonly requestId?: string;
  readonly book: string;
  readonly version: string;
  /** The doctor, where a site lead confirms it. */
  readonly approvedBy?: StaffId;
}

/** From now on this version is the confirmed schedule of its vaccination. No date is moved by it. */
export function activateSchedule(
  station: Writes,
  actor: Actor,
  { requestId, book: name, ...stated }: ActivateScheduleInput,
): Result<{ book: string }, ActivateScheduleRefusal> {
  return runCommand(station, { name: 'activate-schedule', actor, requestId }, () => {
    const book = germanSchedules.find((known) => known.book === name);
    const confirmed = book && confirmedSchedules(station.db).get(groupOf(book));
    const decided = decideActivateSchedule(book, confirmed, stated);
    return decided.ok
      ? accept({ stream: CENTRE_STREAM, events: decided.value, value: { book: name } })
      : decided;
  });
}
