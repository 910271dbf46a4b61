import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assertSafeDirectory } from './safe-directory.ts';
import { StoreFault } from './store-fault.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The one secret that headquarters needs beside its database; everything else is wrapped under it. */
export interface ServerKey {
  /** AES-256-GCM under a key for this purpose, bound to `name`. */
  wrap(purpose: KeyPurpose, name: string, clear: Uint8Array): Buffer;
  /** @throws when the box was made for another name, purpose or key, or was altered. */
  unwrap(purpose: KeyPurpose, name: string, box: Uint8Array): Buffer;
  /** A keyed fingerprint: equal for equal texts, and nothing to anybody without the key. */
  tokenOf(purpose: KeyPurpose, text: string): string;
}

/** One key for each: what opens a person's data opens no other secret. */
export type KeyPurpose = 'person-key' | 'secret' | 'search' | 'role-password' | 'link' | 'check' | 'booking';

/**
 * The key in a file that only its owner may read; made when `isNew` says that nothing was sealed yet.
 * @throws StoreFault `key-missing`, `directory-unsafe`
 */
export function readServerKey(file: string, isNew: boolean): ServerKey {
  assertSafeDirectory(path.dirname(file));
  if (!existsSync(file)) {
    if (!isNew) throw new StoreFault('key-missing');
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new StoreFault('key-missing');
  return serverKeyOf(Buffer.from(text, 'hex'));
}

/** `master`: 32 random bytes. */
export function serverKeyOf(master: Uint8Array): ServerKey {
  const keys = new Map<KeyPurpose, Buffer>();
  const keyOf = (purpose: KeyPurpose): Buffer => {
    let key = keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', master, '', `impfpass-headquarters ${purpose}`, 32));
      keys.set(purpose, key);
    }
    return key;
  };
  return {
    wrap(purpose, name, clear) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), nonce).setAAD(Buffer.from(name));
      return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap(purpose, name, box) {
      const bytes = Buffer.from(box);
      const end = bytes.length - TAG_BYTES;
      const decipher = createDecipheriv('aes-256-gcm', keyOf(purpose), bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(name))
        .setAuthTag(bytes.subarray(end));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()]);
    },
    tokenOf: (purpose, text) => createHmac('sha256', keyOf(purpose)).update(text).digest('hex'),
  };
}
