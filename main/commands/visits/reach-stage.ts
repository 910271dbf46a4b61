import { decideReachStage, type StageRefusal } from '../../../domain/appointments/change-appointment.ts';
import type { VisitStage } from '../../../domain/appointments/events.ts';
import type { PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { runCommand } from '../run-command.ts';

export interface ReachStageInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly visitId: VisitId;
  readonly stage: VisitStage;
}

/** Somebody went on to the next place in the house (or, after a slip of the hand, back). */
export function reachStage(
  station: Writes,
  actor: Actor,
  { requestId, ...step }: ReachStageInput,
): Result<{ visitId: VisitId }, StageRefusal> {
  return runCommand(station, { name: 'reach-stage', actor, requestId }, () => {
    const { appointments } = loadPerson(station.db, step.personId);
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const decided = decideReachStage(appointments, { ...step, today });
    if (!decided.ok) return decided;
    return accept({ stream: step.personId, events: decided.value, value: { visitId: step.visitId } });
  });
}
