import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import type { ReadableDb } from '../../store/database.ts';
import { staffById } from '../../store/tables/staff/staff.ts';

/** The name behind an actor of the log; undefined where it was no person: an operator, the trial, the outbox. */
export function actorName(db: ReadableDb, actor: string): string | undefined {
  const staffId = staffIdOf(actor);
  return staffId && staffById(db, staffId)?.name;
}
