import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import type { IdentityProof } from '../../../domain/identity/events.ts';
import {
  type ConfirmIdentityRefusal,
  decideConfirmIdentity,
  decideSwitchIdentityCheck,
  type IdentitySwitchRefusal,
} from '../../../domain/identity/identity.ts';
import type { PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { knownFrom } from '../../histories/person-history.ts';
import { identityFrom } from '../../queries/identity/identity.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { isIdentityChecked } from '../../store/tables/identity/identity-check.ts';
import { runCommand } from '../run-command.ts';

/** From now on who somebody is is confirmed before each dose, or no more. */
export function switchIdentityCheck(
  station: Writes,
  actor: Actor,
  { requestId, isOn }: { readonly requestId?: string; readonly isOn: boolean },
): Result<{ isOn: boolean }, IdentitySwitchRefusal> {
  return runCommand(station, { name: 'switch-identity-check', actor, requestId }, () => {
    const decided = decideSwitchIdentityCheck(isIdentityChecked(station.db), isOn);
    if (!decided.ok) return decided;
    return accept({ stream: CENTRE_STREAM, events: decided.value, value: { isOn } });
  });
}

export interface ConfirmIdentityInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly visitId: VisitId;
  readonly proof: IdentityProof;
}

/** Somebody is who their record says. */
export function confirmIdentity(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: ConfirmIdentityInput,
): Result<{ visitId: VisitId }, ConfirmIdentityRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'confirm-identity', actor, requestId }, () => {
    const history = historyOf(station.db, wish.personId);
    const known = knownFrom(history);
    // Nothing personal can be written of somebody whose key is not here, or was destroyed.
    if (!('details' in known.person)) return refuse('person-unknown');
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const at = { visits: known.appointments.visits, today };
    const decided = decideConfirmIdentity(identityFrom(history), at, wish);
    if (!decided.ok) return decided;
    const { personId, visitId } = wish;
    return accept({ stream: personId, events: decided.value, known, value: { visitId } });
  });
}
