import { z } from 'zod';
import { syncLimits, syncProtocol } from './sync-limits.ts';
import { base64url, keyBox, logId, sha256Hex, wireEvent } from './wire-event.ts';

/** GET /sync/v1/feed: the centre's feed after a position; waits up to `waitMs` when there is nothing yet. */
export const pullQuery = z.strictObject({
  protocol: z.coerce.number().pipe(z.literal(syncProtocol)),
  after: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(syncLimits.eventsABatch).default(syncLimits.eventsABatch),
  waitMs: z.coerce.number().int().min(0).max(syncLimits.longestWaitMs).default(0),
  /** `1`: the station's own events too (after a restore). */
  own: z.enum(['0', '1']).default('0'),
});
export type PullQuery = z.infer<typeof pullQuery>;

/** One place of the feed. `event` is left out for what the asking station wrote itself; its hash is not. */
export const feedEntry = z.strictObject({
  position: z.int().min(1),
  hash: sha256Hex,
  event: wireEvent.optional(),
});
export type FeedEntry = z.infer<typeof feedEntry>;

/**
 * Headquarters' signed word about the last entry of this answer: `hash` runs over the hashes of all events from the
 * feed's first (see `ledger`), so a station checks each event's own hash and this, and no foreign link.
 */
export const feedHead = z.strictObject({
  centre: z.string(),
  position: z.int().min(0),
  hash: sha256Hex,
  signedAt: z.iso.datetime(),
  signature: base64url(128),
});
export type FeedHead = z.infer<typeof feedHead>;

export const pullAnswer = z.strictObject({
  entries: z.array(feedEntry).max(syncLimits.eventsABatch),
  head: feedHead,
  /** The keys of the streams in `entries`; additional data is `head.hash`. */
  keys: keyBox.optional(),
  /** How far the feed goes: equal to the last position in `entries` when the station has everything. */
  feedPosition: z.int().min(0),
});
export type PullAnswer = z.infer<typeof pullAnswer>;

/** GET /sync/v1/erasures: streams whose keys are destroyed. Applied after a restore before anything is shown. */
export const erasuresAnswer = z.strictObject({
  erasures: z.array(z.strictObject({ stream: logId, destroyedAt: z.iso.datetime() })),
});
export type ErasuresAnswer = z.infer<typeof erasuresAnswer>;

/** POST /sync/v1/erasures: the station asks that somebody be erased, or says that it destroyed their key. */
export const erasureRequest = z.strictObject({
  stream: logId,
  ask: z.enum(['erase', 'destroyed-here']),
  /** The second person at the desk who agreed. */
  approvedBy: z.string().max(64).optional(),
});
export type ErasureRequest = z.infer<typeof erasureRequest>;

export const erasureAnswer = z.strictObject({
  decision: z.enum(['erased', 'kept', 'noted']),
  /** Set when kept: the day after which the law lets them be erased. */
  keptUntil: z.iso.date().optional(),
  destroyedAt: z.int().min(0),
  stations: z.int().min(0),
});
export type ErasureAnswer = z.infer<typeof erasureAnswer>;

/**
 * GET /sync/v1/pass-keys: the keys that barcodes of headquarters' passes are tagged with, sealed for the station;
 * additional data is `passKeysLabel`. Each stands as a stream named by the number of the key.
 */
export const passKeysAnswer = z.strictObject({ keys: keyBox });
export type PassKeysAnswer = z.infer<typeof passKeysAnswer>;
export const passKeysLabel = 'pass-keys';

/** Under which number headquarters tags barcodes; stations count their own from 0. */
export const headquartersPassKey = 8;
