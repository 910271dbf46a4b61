import { pooledRandomBytes } from '../../ledger/random-pool.ts';
import { SEALING_KEY_BYTES } from '../../ledger/sealing.ts';
import type { ReadableDb, WritableDb } from './database.ts';

/** The person's key; made on first use. */
export function personKeyFor(db: WritableDb, personId: string): Uint8Array {
  const known = personKeyOf(db, personId);
  if (known) return known;
  const key = pooledRandomBytes(SEALING_KEY_BYTES);
  db.run('INSERT INTO person_key (person_id, key) VALUES (?, ?)', personId, key);
  return key;
}

/** The person's key, or undefined once it was destroyed: their personal data is unreadable for ever then. */
export function personKeyOf(db: ReadableDb, personId: string): Uint8Array | undefined {
  return db.first<{ key: Uint8Array }>('SELECT key FROM person_key WHERE person_id = ?', personId)?.key;
}

/** From then on nobody can read what the log holds of them. */
export function destroyPersonKey(db: WritableDb, personId: string): void {
  db.run('DELETE FROM person_key WHERE person_id = ?', personId);
}
