import { z } from 'zod';
import { MOST_MESSAGE_CHARACTERS } from '../../domain/messages/centre-message.ts';
import { command, query } from './channel.ts';
import { bilingual, freeText, instant, plainDate, requestId } from './schemas.ts';

const text = freeText(MOST_MESSAGE_CHARACTERS).trim().min(1);
const words = z.object({ de: text, en: text });
/** On these days, or on any from a day on. */
const days = z
  .object({ from: plainDate, to: plainDate.optional() })
  .transform(({ from, to }) => (to === undefined ? { from } : { from, to }));

const messagesShown = z.object({
  mode: z.enum(['connected', 'stand-alone']),
  messages: z.array(
    z.object({
      messageId: z.string(),
      words: bilingual,
      days: z.object({ from: plainDate, to: plainDate.optional() }),
      orderedAt: instant,
      byName: z.string().optional(),
      /**
       * `waiting`: headquarters has not confirmed it yet; `under-way`: it has, and has not told how it went;
       * `unknown`: the centre left before it told.
       */
      state: z.enum(['waiting', 'under-way', 'unknown', 'written', 'too-late']),
      passes: z.number(),
      /** Of them, for how many a mail goes out as well. */
      mails: z.number(),
    }),
  ),
});
export type MessagesShown = z.output<typeof messagesShown>;

const messagePreview = z.object({
  passes: z.number(),
  /** Of them, who agreed to mails and has an address. */
  mails: z.number(),
  mailSubject: bilingual,
  mailText: bilingual,
  /** When the same words went out lately for days of which some are the same: perhaps to some of them. */
  sameSentAt: instant.optional(),
});
export type MessagePreview = z.output<typeof messagePreview>;

/** What a site lead writes to all who have a date on some days. */
export const messagesContract = {
  'messages.list': query({ access: ['site-lead'], input: z.object({}), output: messagesShown }),
  'messages.preview': query({
    access: ['site-lead'],
    input: z.object({ words, days }),
    output: messagePreview,
    refusals: ['message-not-connected', 'message-period'],
  }),
  'messages.send': command({
    access: ['site-lead'],
    input: z.object({ requestId, words, days, evenAgain: z.boolean().default(false) }),
    output: z.object({ messageId: z.string() }),
    refusals: ['message-not-connected', 'message-period', 'message-sent-before'],
  }),
};
