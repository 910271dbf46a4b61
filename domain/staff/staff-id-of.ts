import { idOf, type StaffId } from '../kernel/ids.ts';

/** The staff member behind an actor of the log; undefined for the station, an operator, the trial or the outbox. */
export function staffIdOf(actor: string): StaffId | undefined {
  return actor.startsWith('staff:') ? idOf<StaffId>(actor.slice('staff:'.length)) : undefined;
}
