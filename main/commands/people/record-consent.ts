import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { ConsentChannel } from '../../../domain/people/events.ts';
import { decideConsent } from '../../../domain/people/person.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { runCommand } from '../run-command.ts';

export interface RecordConsentInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly channel: ConsentChannel;
  readonly isGiven: boolean;
}

/** What somebody says about messages, given or taken back: with the time and who heard it. */
export function recordConsent(
  station: Writes,
  actor: Actor,
  { requestId, ...consent }: RecordConsentInput,
): Result<{ personId: PersonId }, 'person-unknown' | 'email-missing'> {
  const { personId } = consent;
  return runCommand(station, { name: 'record-consent', actor, requestId }, () => {
    const decided = decideConsent(loadPerson(station.db, personId).person, consent);
    if (!decided.ok) return decided;
    return accept({ stream: personId, events: decided.value, value: { personId } });
  });
}
