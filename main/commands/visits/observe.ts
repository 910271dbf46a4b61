import type { PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import {
  decideLengthen,
  decideRelease,
  type LengthenRefusal,
  type ReleaseRefusal,
} from '../../../domain/vaccination/observation.ts';
import type { EarlyRelease, ObservationMinutes } from '../../../domain/vaccination/observation-events.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { heldByReaction } from '../../queries/vaccination/earlier-reactions.ts';
import { runCommand } from '../run-command.ts';

interface OfVisit {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly visitId: VisitId;
}

/** Somebody under observation shall stay longer. */
export function lengthenObservation(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: OfVisit & { readonly minutes: ObservationMinutes },
): Result<{ visitId: VisitId }, LengthenRefusal> {
  return runCommand(station, { name: 'lengthen-observation', actor, requestId }, () => {
    const { appointments } = loadPerson(station.db, wish.personId);
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const decided = decideLengthen(appointments, { ...wish, today });
    if (!decided.ok) return decided;
    return accept({ stream: wish.personId, events: decided.value, value: { visitId: wish.visitId } });
  });
}

/** Somebody may go: their time is over, or there is a reason to let them go before. */
export function releaseObserved(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: OfVisit & { readonly early?: EarlyRelease },
): Result<{ visitId: VisitId }, ReleaseRefusal> {
  return runCommand(station, { name: 'release-observed', actor, requestId }, () => {
    const { appointments } = loadPerson(station.db, wish.personId);
    const now = station.now();
    const today = plainDateAt(now, station.settings.timeZone);
    const isHeld = heldByReaction(station).has(wish.personId);
    const decided = decideRelease(appointments, { ...wish, now, today, isHeld });
    if (!decided.ok) return decided;
    return accept({ stream: wish.personId, events: decided.value, value: { visitId: wish.visitId } });
  });
}
