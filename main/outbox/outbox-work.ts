import type { z } from 'zod';
import type { OutboxItem } from '../store/outbox/outbox.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';
import type { OutboxStation } from './outbox-station.ts';

/** How work of one kind is done: piece by piece, or several at once with answers in their order. */
export type OutboxWork =
  | { readonly one: (station: OutboxStation, item: OutboxItem) => Promise<OutboxOutcome> }
  | { readonly together: (station: OutboxStation, items: readonly OutboxItem[]) => Promise<OutboxOutcome[]> };

/** What is queued may have been written by an earlier version: it is read by its schema or kept as failed. */
export function oneByOne<Payload>(
  schema: z.ZodType<Payload>,
  work: (station: OutboxStation, item: OutboxItem, payload: Payload) => Promise<OutboxOutcome>,
): OutboxWork {
  return {
    one: async (station, item) => {
      const read = schema.safeParse(item.payload);
      return read.success ? work(station, item, read.data) : { kind: 'failed', fault: 'payload-unreadable' };
    },
  };
}
