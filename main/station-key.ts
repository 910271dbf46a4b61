import { createHmac, type KeyObject } from 'node:crypto';
import type { ReadableDb } from './store/database.ts';
import { stationKeyOf } from './store/event-log/chain-heads.ts';
import { secretOf } from './store/secrets.ts';

/** The station's own Ed25519 key: it signs how far the log came. */
export interface StationKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function openStationKey(db: ReadableDb): StationKey {
  const secret = secretOf(db, 'station-key');
  if (!secret) throw new Error('the store lacks the station key that every centre has');
  return stationKeyOf(secret);
}

/** A key for what only this station must be able to compute, derived for one purpose. */
export function derivedKey({ privateKey }: StationKey, purpose: string): Buffer {
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' });
  return createHmac('sha256', secret).update(purpose).digest();
}
