import { z } from 'zod';
import { syncLimits } from './sync-limits.ts';

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
/** Base64url without padding, as JOSE writes bytes. */
export const base64url = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(most);

/** An id of the log: a UUIDv7 of a station, or a stream such as a person's id. */
export const logId = z.string().min(1).max(128);

/**
 * An event as its writer hashed it: every column of the log, `data` the exact text (personal parts sealed), so that
 * anybody can compute the hash again. A type or version that the receiver does not know is kept as it is.
 */
export const wireEvent = z.strictObject({
  id: logId,
  type: z.string().min(1).max(80),
  version: z.int().min(1).max(1_000),
  stream: logId,
  station: logId,
  epoch: z.int().min(1),
  seq: z.int().min(1),
  hlc: z.string().min(1).max(200),
  occurredAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  actor: z.string().max(128),
  data: z.string().max(syncLimits.eventBytes),
  prevHash: sha256Hex,
  hash: sha256Hex,
});
export type WireEvent = z.infer<typeof wireEvent>;

/** A writer's signed word that its chain stood there: Ed25519 over the text that `ledger` makes of it. */
export const wireHead = z.strictObject({
  station: logId,
  epoch: z.int().min(1),
  seq: z.int().min(1),
  hash: sha256Hex,
  signedAt: z.iso.datetime(),
  signature: base64url(128),
});
export type WireHead = z.infer<typeof wireHead>;

/**
 * Keys of persons, sealed with HPKE (base mode; X25519, HKDF-SHA256, AES-256-GCM) to the receiver's exchange key. The
 * clear text is JSON of `StreamKeys`; the additional data is the hash of the head that goes with it.
 */
export const keyBox = z.strictObject({ enc: base64url(64), box: base64url(syncLimits.bodyBytes) });
export type KeyBox = z.infer<typeof keyBox>;

/** What lies in a key box: which key (32 bytes) opens the personal parts of which stream. */
export const streamKeys = z.array(z.strictObject({ stream: logId, key: base64url(43) })).max(5_000);
export type StreamKeys = z.infer<typeof streamKeys>;
