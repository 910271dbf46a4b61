import type { AppointmentId, PersonId } from '../kernel/ids.ts';
import type { OutboxDraft } from '../outbox/outbox-draft.ts';
import type { MessageKind } from './message-kind.ts';

/** What the queue keeps of a message: ids. Its words are made when it is sent. */
export interface MessagePayload {
  readonly personId: PersonId;
  readonly message: MessageKind;
  readonly appointmentId?: AppointmentId;
  /** With the pass: others of the family whose passes go along. */
  readonly alsoFor?: readonly PersonId[];
}

/** A message to somebody, for the `outbox` of a command. The same again before it was sent replaces it. */
export function messageDraft(
  personId: PersonId,
  message: MessageKind,
  appointmentId?: AppointmentId,
): OutboxDraft {
  const payload: MessagePayload = { personId, message, ...(appointmentId ? { appointmentId } : {}) };
  return {
    kind: 'send-message',
    subject: `${personId}:${message}:${appointmentId ?? ''}`,
    payload: { ...payload },
  };
}

/** The mail with somebody's pass, and those of their family where they are named. */
export function passMailDraft(personId: PersonId, alsoFor: readonly PersonId[]): OutboxDraft {
  const draft = messageDraft(personId, 'pass-ready');
  return alsoFor.length === 0 ? draft : { ...draft, payload: { ...draft.payload, alsoFor } };
}
