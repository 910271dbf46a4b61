import { pooledRandomBytes } from '../../ledger/random-pool.ts';
import { SEALING_KEY_BYTES } from '../../ledger/sealing.ts';
import type { ReadableDb, WritableDb } from './database.ts';

/** `absent`: it may still come from where the person was registered. `destroyed`: never again. */
export type KeyState = 'present' | 'absent' | 'destroyed';

/**
 * The person's key; made with the first event of their history and at no other time: a second key for somebody would
 * split what is known of them.
 * @throws when the history began elsewhere and its key is not here, or was destroyed.
 */
export function personKeyFor(db: WritableDb, personId: string): Uint8Array {
  const known = personKeyOf(db, personId);
  if (known) return known;
  const key = pooledRandomBytes(SEALING_KEY_BYTES);
  const { changes } = db.run(
    `INSERT INTO person_key (person_id, key) SELECT new_id, new_key FROM (SELECT ? AS new_id, ? AS new_key)
      WHERE NOT EXISTS (SELECT 1 FROM event WHERE stream = new_id)
        AND NOT EXISTS (SELECT 1 FROM destroyed_key WHERE stream = new_id)`,
    personId,
    key,
  );
  if (changes === 0)
    throw new Error('the key of this history is not here: nothing personal can be written to it');
  return key;
}

/** The person's key where it is here. */
export function personKeyOf(db: ReadableDb, personId: string): Uint8Array | undefined {
  return db.first<{ key: Uint8Array }>('SELECT key FROM person_key WHERE person_id = ?', personId)?.key;
}

export function keyStateOf(db: ReadableDb, personId: string): KeyState {
  if (personKeyOf(db, personId)) return 'present';
  return isKeyDestroyed(db, personId) ? 'destroyed' : 'absent';
}

/** A key that came from elsewhere. Answers whether it is new here: what was destroyed stays so, the first one stays. */
export function keepReceivedKey(db: WritableDb, personId: string, key: Uint8Array): boolean {
  if (key.length !== SEALING_KEY_BYTES || keyStateOf(db, personId) !== 'absent') return false;
  db.run('INSERT INTO person_key (person_id, key) VALUES (?, ?)', personId, key);
  return true;
}

/** From then on nobody can read what the log holds of them, and no key that comes late changes that. */
export function destroyPersonKey(db: WritableDb, personId: string): void {
  db.run('DELETE FROM person_key WHERE person_id = ?', personId);
  db.run(
    `INSERT INTO destroyed_key (stream, destroyed_at) VALUES (?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
      ON CONFLICT DO NOTHING`,
    personId,
  );
}

function isKeyDestroyed(db: ReadableDb, personId: string): boolean {
  return db.first('SELECT 1 AS one FROM destroyed_key WHERE stream = ?', personId) !== undefined;
}
