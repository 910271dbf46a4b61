import type { Bilingual } from '../kernel/bilingual.ts';
import { addMinutes, type Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { CentreMessageOrdered } from './events.ts';
import { isMessagePeriod, type MessageDays } from './message-days.ts';

export const MOST_MESSAGE_CHARACTERS = 500;
/** So long a message with the same words is taken for the same one. */
const SAME_FOR_DAYS = 7;
const MINUTES_A_DAY = 1_440;
/** As many messages before are looked through for the same one: more than a centre writes in that week. */
export const MESSAGES_LOOKED_THROUGH = 200;

export interface MessageBefore {
  readonly words: Bilingual;
  readonly days: MessageDays;
  readonly orderedAt: Instant;
}

export type OrderMessageRefusal = 'message-not-connected' | 'message-period' | 'message-sent-before';

/** `before` are messages that the centre ordered, the newest first. */
export function decideOrderMessage(
  command: {
    readonly messageId: string;
    readonly words: Bilingual;
    readonly days: MessageDays;
    /** Whoever sends it was told that the same went out already. */
    readonly evenAgain: boolean;
  },
  {
    before,
    isConnected,
    today,
    now,
  }: {
    readonly before: readonly MessageBefore[];
    readonly isConnected: boolean;
    readonly today: PlainDate;
    readonly now: Instant;
  },
): Result<CentreMessageOrdered[], OrderMessageRefusal> {
  const { messageId, words, days, evenAgain } = command;
  if (!isConnected) return refuse('message-not-connected');
  if (!isMessagePeriod(days, today)) return refuse('message-period');
  if (!evenAgain && sameBefore(command, before, now)) return refuse('message-sent-before');
  return accept([{ type: 'CentreMessageOrdered', version: 1, data: { messageId, words, days } }]);
}

/** The message with the same words to people of whom some are the same, if one went out lately. */
export function sameBefore<Before extends MessageBefore>(
  { words, days }: { readonly words: Bilingual; readonly days: MessageDays },
  before: readonly Before[],
  now: Instant,
): Before | undefined {
  const since = addMinutes(now, -SAME_FOR_DAYS * MINUTES_A_DAY);
  return before.find(
    (each) =>
      each.orderedAt >= since &&
      isSameText(each.words.de, words.de) &&
      isSameText(each.words.en, words.en) &&
      meet(each.days, days),
  );
}

function isSameText(one: string, other: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(one) === plain(other);
}

function meet(one: MessageDays, other: MessageDays): boolean {
  return (one.to ?? other.from) >= other.from && (other.to ?? one.from) >= one.from;
}
