import {
  decideWithdrawConsent,
  type WithdrawConsent,
  type WithdrawConsentRefusal,
} from '../../../domain/consent/decide-consent.ts';
import type { ConsentId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { knownFrom } from '../../histories/person-history.ts';
import { consentsFrom } from '../../queries/consent/consent.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { runCommand } from '../run-command.ts';

/** A consent no longer holds: no dose is given by it. */
export function withdrawConsent(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: WithdrawConsent & { readonly requestId?: string },
): Result<{ consentId: ConsentId }, WithdrawConsentRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'withdraw-consent', actor, requestId }, () => {
    const { personId, consentId } = wish;
    const history = historyOf(station.db, personId);
    const known = knownFrom(history);
    // Nothing personal can be written of somebody whose key is not here, or was destroyed.
    if (!('details' in known.person)) return refuse('person-unknown');
    const decided = decideWithdrawConsent(consentsFrom(history), wish);
    if (!decided.ok) return decided;
    return accept({ stream: personId, events: decided.value, known, value: { consentId } });
  });
}
