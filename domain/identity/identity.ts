import { isOpenVisit, type Visit } from '../appointments/visits.ts';
import type { PersonId, VisitId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { IdentityCheckSwitched, IdentityConfirmed, IdentityProof } from './events.ts';

/** In which visits somebody was recognised. */
export type IdentityState = ReadonlySet<VisitId>;

export const neverConfirmed: IdentityState = new Set();

export function evolveIdentity(state: IdentityState, { event }: RecordedEvent): IdentityState {
  return event.type === 'IdentityConfirmed' ? new Set(state).add(event.data.visitId) : state;
}

export type IdentitySwitchRefusal = 'identity-check-unchanged';

export function decideSwitchIdentityCheck(
  isOn: boolean,
  wished: boolean,
): Result<[IdentityCheckSwitched], IdentitySwitchRefusal> {
  if (isOn === wished) return refuse('identity-check-unchanged');
  return accept([{ type: 'IdentityCheckSwitched', version: 1, data: { isOn: wished } }]);
}

export type ConfirmIdentityRefusal = 'visit-unknown' | 'identity-confirmed';

/** Once for each visit. */
export function decideConfirmIdentity(
  state: IdentityState,
  { visits, today }: { readonly visits: readonly Visit[]; readonly today: PlainDate },
  {
    visitId,
    personId,
    proof,
  }: { readonly visitId: VisitId; readonly personId: PersonId; readonly proof: IdentityProof },
): Result<[IdentityConfirmed], ConfirmIdentityRefusal> {
  if (!isOpenVisit(visits, visitId, today)) return refuse('visit-unknown');
  if (state.has(visitId)) return refuse('identity-confirmed');
  const data = { visitId, personId, personal: { proof } };
  return accept([{ type: 'IdentityConfirmed', version: 1, data }]);
}
