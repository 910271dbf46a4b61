import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { pooledRandomBytes } from '../../ledger/random-pool.ts';
import type { ReadableDb, WritableDb } from './database.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The person's key; made on first use. */
export function personKeyFor(db: WritableDb, personId: string): Uint8Array {
  const known = personKeyOf(db, personId);
  if (known) return known;
  const key = pooledRandomBytes(KEY_BYTES);
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

/**
 * AES-256-GCM, bound to the event it belongs to: base64 of nonce, ciphertext and tag. (A key object costs the cipher
 * a third of what plain bytes do.)
 */
export function seal(key: Uint8Array, eventId: string, value: unknown): string {
  const nonce = pooledRandomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(Buffer.from(eventId));
  const text = cipher.update(JSON.stringify(value), 'utf8');
  return Buffer.concat([nonce, text, cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** @throws when the box was sealed for another event or key, or was altered. */
export function unseal(key: Uint8Array, eventId: string, box: string): unknown {
  const bytes = Buffer.from(box, 'base64');
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(eventId))
    .setAuthTag(bytes.subarray(end));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()]);
  return JSON.parse(text.toString('utf8'));
}
