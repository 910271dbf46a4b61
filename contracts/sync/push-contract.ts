import { z } from 'zod';
import { syncLimits, syncProtocol } from './sync-limits.ts';
import { keyBox, logId, wireHead } from './wire-event.ts';

/**
 * POST /sync/v1/events. The events of one chain (station, epoch) in the order of `seq`, with the head that the
 * station signed over the last of them. Each event is checked by itself (`wireEvent`): a bad one blocks no other.
 */
export const pushRequest = z.strictObject({
  protocol: z.literal(syncProtocol),
  head: wireHead,
  events: z.array(z.unknown()).min(1).max(syncLimits.eventsABatch),
  /** Keys that headquarters may not have yet; additional data is `head.hash`. */
  keys: keyBox.optional(),
  /** What the station runs, for the operator's page. */
  version: z.string().max(40),
});
export type PushRequest = z.infer<typeof pushRequest>;

/** Why an event is kept apart: the rest of the batch goes on, and an operator sees it. */
export const quarantineReasons = [
  'not-an-event',
  'not-yours',
  'hash-wrong',
  'link-broken',
  'seq-gap',
  'data-unreadable',
  'id-taken',
] as const;

export const pushOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ index: z.int(), outcome: z.literal('accepted') }),
  z.strictObject({ index: z.int(), outcome: z.literal('duplicate') }),
  z.strictObject({
    index: z.int(),
    outcome: z.literal('quarantined'),
    reason: z.enum(quarantineReasons),
  }),
]);
export type PushOutcome = z.infer<typeof pushOutcome>;

/** One outcome for each event, by its place in the request. */
export const pushAnswer = z.strictObject({
  outcomes: z.array(pushOutcome),
  /** Go on after this number: everything up to it is here for good (a quarantined event counts as here). */
  lastContiguousSeq: z.int().min(0),
});
export type PushAnswer = z.infer<typeof pushAnswer>;

/** GET /sync/v1/state: what headquarters holds of the station that asks. */
export const stateAnswer = z.strictObject({
  station: logId,
  centre: z.string(),
  standing: z.enum(['waiting', 'active', 'frozen', 'left', 'revoked']),
  chains: z.array(
    z.strictObject({
      epoch: z.int().min(1),
      lastContiguousSeq: z.int().min(0),
      /** Events that are here for good: the station compares this with what it has sent. */
      events: z.int().min(0),
      quarantined: z.int().min(0),
    }),
  ),
  /** The last position of the centre's feed. */
  feedPosition: z.int().min(0),
  version: z.string(),
});
export type StateAnswer = z.infer<typeof stateAnswer>;
