import type { DoseId, PersonId, StaffId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { mayAsk } from '../../../domain/staff/roles.ts';
import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import { type CorrectDoseRefusal, decideCorrectDose } from '../../../domain/vaccination/correct-dose.ts';
import type { DoseEntry } from '../../../domain/vaccination/dose-entry.ts';
import { mayGiveDoses } from '../../../domain/vaccination/who-may.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { movedDraw } from '../../queries/stock/moved-draw.ts';
import { staffById } from '../../store/tables/staff/staff.ts';
import { runCommand } from '../run-command.ts';

export interface CorrectDoseInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly doseId: DoseId;
  readonly seen?: DoseEntry;
  readonly to: DoseEntry;
  readonly note: string;
  readonly approvedBy: StaffId;
}

/**
 * Corrects what was entered about a dose. What stood there before stays in the log and in the record. Where it was of
 * another lot or vaccine, the stock books it from there.
 */
export function correctDose(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: CorrectDoseInput,
): Result<{ doseId: DoseId }, CorrectDoseRefusal | 'person-unknown' | 'vaccinator-unknown'> {
  return runCommand(station, { name: 'correct-dose', actor, requestId }, () => {
    const { personId, doseId, to } = wish;
    const known = loadPerson(station.db, personId);
    // Nothing personal can be written of somebody whose key is not here, or was destroyed.
    if (!('details' in known.person)) return refuse('person-unknown');
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const decided = decideCorrectDose(known.vaccination, { ...wish, today });
    if (!decided.ok) return decided;
    const [{ data }] = decided.value;
    const isSameVaccinator = data.before.vaccinator === data.after.vaccinator;
    const staffId = staffIdOf(to.vaccinator);
    const roles = staffId && staffById(station.db, staffId)?.roles;
    if (!isSameVaccinator && mayAsk(mayGiveDoses, roles) !== 'yes') return refuse('vaccinator-unknown');
    const moved = movedDraw(station, doseId, to);
    return accept({
      stream: personId,
      events: [...decided.value, ...(moved ? [moved] : [])],
      known,
      value: { doseId },
    });
  });
}
