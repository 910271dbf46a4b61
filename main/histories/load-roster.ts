import { fold } from '../../domain/kernel/event.ts';
import { evolveRoster, type Roster } from '../../domain/staff/staff.ts';
import type { ReadableDb } from '../store/database.ts';
import { historyOf } from '../store/event-log/read-events.ts';
import { allStaff } from '../store/tables/staff/staff.ts';

/** What the log says about everybody on the staff: the ground for rules such as 'never without a site lead'. */
export function loadRoster(db: ReadableDb): Roster {
  return allStaff(db).flatMap(({ staffId }) => fold([] as Roster, evolveRoster, historyOf(db, staffId)));
}
