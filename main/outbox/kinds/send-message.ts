import { z } from 'zod';
import { appointmentId, personId } from '../../../contracts/ipc/schemas.ts';
import type { MessagePayload } from '../../../domain/messages/message-draft.ts';
import { messageKinds } from '../../../domain/messages/message-kind.ts';
import { oneByOne } from '../outbox-work.ts';
import { sendMessage } from '../send-message.ts';

/** Whom to write what about. */
const payload: z.ZodType<MessagePayload> = z.object({
  personId,
  message: z.enum(messageKinds),
  appointmentId: appointmentId.optional(),
  alsoFor: z.array(personId).optional(),
});

export const sendMessageWork = oneByOne(payload, sendMessage);
