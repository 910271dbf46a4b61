import type { AppointmentId, PersonId } from '../../domain/kernel/ids.ts';
import type { MessageKind } from '../../domain/messages/message-kind.ts';
import type { OutboxDraft } from '../store/outbox/outbox.ts';

/** What the queue keeps of a message: ids. Its words are made when it is sent. */
export interface MessagePayload {
  readonly personId: PersonId;
  readonly message: MessageKind;
  readonly appointmentId?: AppointmentId;
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
