import type { DoseId, PersonId, StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { decideVoid, type VoidRefusal } from '../../../domain/vaccination/void-dose.ts';
import type { VoidReason } from '../../../domain/vaccination/void-reason.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { runCommand } from '../run-command.ts';

export interface VoidDoseInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly doseId: DoseId;
  readonly reason: VoidReason;
  readonly note: string;
  readonly approvedBy: StaffId;
}

/** Voids a dose that was recorded in error. The dose stays in the log; count and appointment go back. */
export function voidDose(
  station: Writes,
  actor: Actor,
  input: VoidDoseInput,
): Result<{ doseId: DoseId }, VoidRefusal | 'person-unknown'> {
  const { requestId, ...wish } = input;
  return runCommand(station, { name: 'void-dose', actor, requestId }, () => {
    const known = loadPerson(station.db, wish.personId);
    // Nothing personal can be written of somebody whose key is not here, or was destroyed.
    if (!('details' in known.person)) return refuse('person-unknown');
    const decided = decideVoid(known.vaccination, wish);
    if (!decided.ok) return decided;
    return accept({ stream: wish.personId, events: decided.value, known, value: { doseId: wish.doseId } });
  });
}
