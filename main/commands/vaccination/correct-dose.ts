import type { DoseId, PersonId, StaffId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { type CorrectDoseRefusal, decideCorrectDose } from '../../../domain/vaccination/correct-dose.ts';
import type { CorrectableFacts } from '../../../domain/vaccination/events.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { runCommand } from '../run-command.ts';

export interface CorrectDoseInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly doseId: DoseId;
  readonly to: CorrectableFacts;
  readonly note: string;
  readonly approvedBy: StaffId;
}

/** Corrects what was entered about a dose. What stood there before stays in the log and in the record. */
export function correctDose(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: CorrectDoseInput,
): Result<{ doseId: DoseId }, CorrectDoseRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'correct-dose', actor, requestId }, () => {
    const known = loadPerson(station.db, wish.personId);
    // Nothing personal can be written of somebody whose key is not here, or was destroyed.
    if (!('details' in known.person)) return refuse('person-unknown');
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const decided = decideCorrectDose(known.vaccination, { ...wish, today });
    if (!decided.ok) return decided;
    return accept({ stream: wish.personId, events: decided.value, known, value: { doseId: wish.doseId } });
  });
}
