import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { isEmailAddress } from '../../../domain/messages/email-address.ts';
import { passMailDraft } from '../../../domain/messages/message-draft.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { isOneFamily } from '../../queries/handover/family-of.ts';
import { runCommand } from '../run-command.ts';

export interface SendPassMail {
  readonly requestId?: string;
  readonly personId: PersonId;
  /** Others of the family, whose passes go along in one file. */
  readonly alsoFor?: readonly PersonId[];
}

export type SendPassMailRefusal =
  | 'person-unknown'
  | 'pass-missing'
  | 'not-one-family'
  | 'email-missing'
  | 'email-invalid';

/** Queues the mail with the pass: the desk goes on, and the outbox says what became of it. */
export function sendPassMail(
  station: Writes,
  actor: Actor,
  { requestId, personId, alsoFor = [] }: SendPassMail,
): Result<{ personId: PersonId }, SendPassMailRefusal> {
  const call = { name: 'send-pass-mail', actor, requestId, topics: ['handover', 'system'] as const };
  return runCommand(station, call, () => {
    const { person, pass } = loadPerson(station.db, personId);
    if (person.status !== 'registered') return refuse('person-unknown');
    if (pass.status !== 'valid') return refuse('pass-missing');
    if (!isOneFamily(station, personId, alsoFor)) return refuse('not-one-family');
    const { email } = person.details;
    if (!email) return refuse('email-missing');
    if (!isEmailAddress(email)) return refuse('email-invalid');
    const outbox = [passMailDraft(personId, alsoFor)];
    return accept({ stream: personId, events: [], outbox, value: { personId } });
  });
}
