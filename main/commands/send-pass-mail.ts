import type { PersonId } from '../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { isEmailAddress } from '../../domain/messages/email-address.ts';
import type { Actor, Station } from '../station.ts';
import { messageDraft } from './message-draft.ts';
import { loadPerson } from './person-history.ts';
import { runCommand } from './run-command.ts';

/** Queues the mail with the pass: the desk goes on, and the outbox says what became of it. */
export function sendPassMail(
  station: Station,
  actor: Actor,
  { requestId, personId }: { requestId?: string; personId: PersonId },
): Result<{ personId: PersonId }, 'person-unknown' | 'pass-missing' | 'email-missing' | 'email-invalid'> {
  const call = { name: 'send-pass-mail', actor, requestId, topics: ['handover', 'system'] as const };
  return runCommand(station, call, () => {
    const { person, pass } = loadPerson(station.db, personId);
    if (person.status !== 'registered') return refuse('person-unknown');
    if (pass.status !== 'valid') return refuse('pass-missing');
    const { email } = person.details;
    if (!email) return refuse('email-missing');
    if (!isEmailAddress(email)) return refuse('email-invalid');
    const outbox = [messageDraft(personId, 'pass-ready')];
    return accept({ stream: personId, events: [], outbox, value: { personId } });
  });
}
