import type { ReadableDb, WritableDb } from './database.ts';

/** Keys that live inside the encrypted store and nowhere else. */
export type SecretName =
  | 'station-key'
  /** X25519, PKCS#8: opens the keys of persons that headquarters sends. */
  | 'exchange-key'
  | `pass-key-${number}`
  | 'pass-authority'
  | 'mail-password'
  /** What the recovery code of the site lead is checked against. */
  | 'recovery-code'
  /** The private key of an imported pass certificate, PKCS#8, by the certificate's fingerprint. */
  | `certificate-key-${string}`
  /** The private key that vaccination certificates are signed with, PKCS#8, by the key id of its certificate. */
  | `document-key-${string}`
  /** The private key of a request that went to Apple. */
  | `request-key-${string}`
  /** The service account that speaks to Google Wallet, as Google's JSON. */
  | 'google-service-account'
  /** The account of the simulated Google of a trial. */
  | 'trial-google-account';

export function secretOf(db: ReadableDb, name: SecretName): Uint8Array | undefined {
  return db.first<{ value: Uint8Array }>('SELECT value FROM secret WHERE name = ?', name)?.value;
}

export function keepSecret(db: WritableDb, name: SecretName, value: Uint8Array): void {
  db.run('INSERT OR REPLACE INTO secret (name, value) VALUES (?, ?)', name, value);
}

export function removeSecret(db: WritableDb, name: SecretName): void {
  db.run('DELETE FROM secret WHERE name = ?', name);
}

/** Secrets whose names begin so, by name. */
export function secretsLike(db: ReadableDb, prefix: 'pass-key-'): Map<string, Uint8Array> {
  const rows = db.all<{ name: string; value: Uint8Array }>(
    'SELECT name, value FROM secret WHERE substr(name, 1, ?) = ? ORDER BY name',
    prefix.length,
    prefix,
  );
  return new Map(rows.map(({ name, value }) => [name, value]));
}
