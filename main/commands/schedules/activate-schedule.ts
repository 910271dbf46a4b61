import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import {
  type ActivateSchedule,
  type ActivateScheduleRefusal,
  decideActivateSchedule,
  groupOf,
} from '../../../domain/schedules/activate-schedule.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import type { Replannings } from '../../jobs/replannings.ts';
import { confirmedSchedules } from '../../store/tables/schedules/centre-schedules.ts';
import { beginReplanning, dropReplannings } from '../../store/tables/schedules/replannings.ts';
import { runCommand } from '../run-command.ts';

interface ActivateScheduleInput extends Omit<ActivateSchedule, 'dates'> {
  readonly requestId?: string;
  readonly book: string;
  /** Nothing is moved where nobody said so. */
  readonly dates?: ActivateSchedule['dates'];
}

/**
 * From now on this version is the confirmed schedule of its vaccination. Dates that do not fit are moved beside the desk
 * where whoever confirms it says so: that they are to be is noted with the confirmation, and goes on through a kill.
 */
export function activateSchedule(
  station: Writes & { readonly replannings: Replannings },
  actor: Actor,
  { requestId, book: name, dates = 'stay', ...stated }: ActivateScheduleInput,
): Result<{ book: string }, ActivateScheduleRefusal> {
  const { db, replannings } = station;
  const activated = runCommand(station, { name: 'activate-schedule', actor, requestId }, () => {
    const book = germanSchedules.find((known) => known.book === name);
    const confirmed = book && confirmedSchedules(db).get(groupOf(book));
    const decided = decideActivateSchedule(book, confirmed, { ...stated, dates });
    if (!decided.ok) return decided;
    const group = book && groupOf(book);
    const ofGroup = germanSchedules.filter((each) => groupOf(each) === group);
    dropReplannings(
      db,
      ofGroup.map((each) => each.book),
    );
    if (dates === 'move')
      beginReplanning(db, { book: name, version: stated.version, actor, at: station.now() });
    return accept({ stream: CENTRE_STREAM, events: decided.value, value: { book: name } });
  });
  if (activated.ok) replannings.start();
  return activated;
}
