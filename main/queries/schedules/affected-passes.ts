import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { groupOf } from '../../../domain/schedules/activate-schedule.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import type { ConfirmedSchedules } from '../../../domain/schedules/person-of-course.ts';
import type { Reads } from '../../context.ts';
import { inSlices } from '../../import/in-slices.ts';
import { passesFrom } from '../../store/tables/passes/passes-in-order.ts';
import { confirmedSchedules } from '../../store/tables/schedules/centre-schedules.ts';
import { plannedDosesNow } from '../passes/planned-doses.ts';

const CHUNK = 100;

/** How many valid passes would say another number of doses if this schedule were confirmed. Looked up in slices. */
export async function affectedPasses(
  station: Reads,
  bookName: string,
): Promise<Result<{ passes: number }, 'schedule-unknown'>> {
  const { db } = station;
  const book = germanSchedules.find((known) => known.book === bookName);
  if (!book) return refuse('schedule-unknown');
  const now: ConfirmedSchedules = confirmedSchedules(db);
  const then: ConfirmedSchedules = new Map(now).set(groupOf(book), book);
  let passes = 0;
  let after = '';
  const left: PersonId[] = [];
  await inSlices(() => {
    if (left.length === 0) {
      const next = passesFrom(db, after, CHUNK);
      after = next.at(-1)?.pass_id ?? after;
      left.push(...next.map(({ person_id }) => person_id));
    }
    const personId = left.pop();
    if (personId === undefined) return false;
    const counted = plannedDosesNow(station, personId);
    if (counted && counted(now) !== counted(then)) passes += 1;
    return true;
  });
  return accept({ passes });
}
