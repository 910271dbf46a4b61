import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import {
  decideOrderMessage,
  MESSAGES_LOOKED_THROUGH,
  type OrderMessageRefusal,
} from '../../../domain/messages/centre-message.ts';
import type { MessageDays } from '../../../domain/messages/message-days.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { connectionOf } from '../../queries/sync/connection-of.ts';
import { centreMessages } from '../../store/tables/messages/centre-messages.ts';
import { runCommand } from '../run-command.ts';

interface OrderMessageInput {
  readonly requestId?: string;
  readonly words: Bilingual;
  readonly days: MessageDays;
  readonly evenAgain: boolean;
}

/** Hands a message to all who have a date on these days to headquarters, with the next events that go there. */
export function orderMessage(
  station: Writes,
  actor: Actor,
  { requestId, ...order }: OrderMessageInput,
): Result<{ messageId: string }, OrderMessageRefusal> {
  return runCommand(station, { name: 'order-message', actor, requestId }, () => {
    const { db, now, settings, newId } = station;
    const messageId = newId();
    const decided = decideOrderMessage(
      { ...order, messageId },
      {
        before: centreMessages(db, MESSAGES_LOOKED_THROUGH),
        isConnected: connectionOf(db) === 'connected',
        today: plainDateAt(now(), settings.timeZone),
        now: now(),
      },
    );
    return decided.ok
      ? accept({ stream: CENTRE_STREAM, events: decided.value, value: { messageId } })
      : decided;
  });
}
