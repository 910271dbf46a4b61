import { z } from 'zod';
import { command, query } from './channel.ts';
import { bilingual, instant, personId, requestId } from './schemas.ts';

const item = z.object({
  itemId: z.number(),
  kind: z.string(),
  /** The message, where it is one. */
  message: z.string().optional(),
  state: z.enum(['waiting', 'failed', 'by-phone']),
  /** Absent for work about the centre, and for people whose record the caller may not open. */
  person: z.object({ personId, name: z.string(), phone: z.string().optional() }).optional(),
  queuedAt: instant,
  attempts: z.number(),
  nextTryAt: instant.optional(),
  fault: z.string().optional(),
  /** What the other side has against it, where it says so in words of ours. */
  sentence: bilingual.optional(),
});
export type OutboxEntry = z.output<typeof item>;

/** Work of one kind that stands alike, as a number. */
const group = z.object({
  kind: z.string(),
  state: item.shape.state,
  count: z.number(),
  queuedAt: instant,
  fault: z.string().optional(),
});
export type OutboxGroupEntry = z.output<typeof group>;

const delivered = z.object({
  deliveryId: z.string(),
  what: z.string(),
  way: z.string(),
  person: z.object({ personId, name: z.string() }).optional(),
  at: instant,
});

export const outboxContract = {
  /** What is not done yet, the most urgent first, and what reached people today, the newest first; at most 200 of each. */
  'outbox.list': query({
    access: 'signed-in',
    input: z.object({}),
    output: z.object({
      counts: z.object({ waiting: z.number(), failed: z.number(), byPhone: z.number() }),
      items: z.array(item),
      bulk: z.array(group),
      /** Counted but not among the items: there are more than are listed. */
      notShown: z.number(),
      delivered: z.array(delivered),
      deliveredCount: z.number(),
    }),
  }),
  /** Tries now: one, or everything that waits or failed. */
  'outbox.retry': command({
    access: ['site-lead'],
    input: z.object({ requestId, itemId: z.number().optional() }),
    output: z.object({ tried: z.number() }),
    refusals: ['item-gone'],
  }),
  'outbox.discard': command({
    access: ['site-lead'],
    input: z.object({ requestId, itemId: z.number(), reason: z.string().trim().min(3).max(200) }),
    output: z.object({}),
    refusals: ['item-gone', 'item-needed'],
  }),
  /** Somebody called the person: the message counts as delivered. */
  'outbox.called': command({
    access: ['reception', 'site-lead'],
    input: z.object({ requestId, itemId: z.number() }),
    output: z.object({}),
    refusals: ['item-gone'],
  }),
};
