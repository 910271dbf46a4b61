import type { PassKey } from '../issuing/barcode/pass-barcode.ts';
import type { WritableDb } from './store/database.ts';
import { keepSecret, secretsLike } from './store/secrets.ts';

/** The network's pass keys: new barcodes are tagged under the current one, all of them still read. */
export interface BarcodeKeys {
  readonly current: PassKey;
  readonly all: readonly PassKey[];
  /** Keeps a key of headquarters: passes tagged under it are told from forged ones from then on, offline too. */
  learn(key: PassKey): void;
}

const PREFIX = 'pass-key-';

export function openBarcodeKeys(db: WritableDb, currentId: number): BarcodeKeys {
  const all: PassKey[] = [...secretsLike(db, PREFIX)].map(([name, secret]) => ({
    keyId: Number(name.slice(PREFIX.length)),
    secret,
  }));
  const current = all.find(({ keyId }) => keyId === currentId);
  if (!current) throw new Error('the store lacks the pass key that every centre has');
  return {
    all,
    current,
    learn(key) {
      if (all.some(({ keyId }) => keyId === key.keyId)) return;
      keepSecret(db, `${PREFIX}${key.keyId}`, key.secret);
      all.push(key);
    },
  };
}
