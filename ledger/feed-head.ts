import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import type { FeedHead } from '../contracts/sync/pull-contract.ts';

/** What stands before the first entry of a feed. */
export const feedStart: string = '0'.repeat(64);

/** SHA-256 over the hash before and the event's: whoever knows the last one knows the whole feed and its order. */
export function nextFeedHash(before: string, eventHash: string): string {
  return createHash('sha256')
    .update(Buffer.from(before, 'hex'))
    .update(Buffer.from(eventHash, 'hex'))
    .digest('hex');
}

/** Headquarters' word (Ed25519) that a centre's feed stands there. */
export function signFeedHead(head: Omit<FeedHead, 'signature'>, privateKey: KeyObject): FeedHead {
  return { ...head, signature: sign(null, textOf(head), privateKey).toString('base64url') };
}

export function feedHeadIsGenuine({ signature, ...head }: FeedHead, publicKey: KeyObject): boolean {
  return verify(null, textOf(head), publicKey, Buffer.from(signature, 'base64url'));
}

function textOf({ centre, position, hash, signedAt }: Omit<FeedHead, 'signature'>): Buffer {
  return Buffer.from(JSON.stringify(['feed', centre, position, hash, signedAt]));
}
