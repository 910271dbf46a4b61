import { keyPairOf, makeKeyPair, type RawKeyPair } from '../../ledger/raw-keys.ts';
import type { WritableDb } from '../store/database.ts';
import { keepSecret, secretOf } from '../store/secrets.ts';

/** The pair that keys of persons are sealed to; made on first use. */
export function exchangeKeyOf(db: WritableDb): RawKeyPair {
  const kept = secretOf(db, 'exchange-key');
  if (kept) return keyPairOf(kept);
  const made = makeKeyPair('X25519');
  keepSecret(db, 'exchange-key', made.der);
  return made;
}
