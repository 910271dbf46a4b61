import type { DoseId, PersonId, StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { VoidReason } from '../../../domain/vaccination/events.ts';
import { decideVoid, type VoidRefusal } from '../../../domain/vaccination/vaccination.ts';
import { passUpdates } from '../../follow-ups/linked-passes.ts';
import { doseStateOf } from '../../follow-ups/pass-state.ts';
import { loadPerson, seriesOf } from '../../histories/person-history.ts';
import type { Station } from '../../station.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { runCommand } from '../run-command.ts';

export interface VoidDoseInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly doseId: DoseId;
  readonly reason: VoidReason;
  readonly note: string;
  readonly approvedBy: StaffId;
}

/** Voids a dose that was recorded in error. The dose stays in the log; count, appointment and pass go back. */
export function voidDose(
  station: Station,
  actor: Actor,
  input: VoidDoseInput,
): Result<{ doseId: DoseId }, VoidRefusal | 'person-unknown'> {
  const { requestId, ...wish } = input;
  const call = { name: 'void-dose', actor, requestId, topics: ['desk', 'passes'] as const };
  return runCommand(station, call, () => {
    const known = loadPerson(station.db, wish.personId);
    if (known.person.status === 'unknown') return refuse('person-unknown');
    const decided = decideVoid(known.vaccination, wish);
    if (!decided.ok) return decided;
    const people = linkedSetOf(station.db, wish.personId);
    const { doses } = seriesOf(station.db, people);
    const remaining = doses.filter(({ doseId }) => doseId !== wish.doseId);
    const passes = passUpdates(station.db, people, doseStateOf({ doses: remaining }), 'dose-count');
    return accept({
      stream: wish.personId,
      events: decided.value,
      also: passes.streams,
      outbox: passes.outbox,
      value: { doseId: wish.doseId },
    });
  });
}
