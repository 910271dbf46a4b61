import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { databaseFile, keyFiles, markCreation, storeIsMissing } from '../centre/directory.ts';
import { openFaultOf } from '../centre/open-fault.ts';
import { assertSafeDirectory } from '../store/safe-directory.ts';

/** What we need of Electron's `safeStorage`; passed in, so that the rules can be tested without a window. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(wrapped: Buffer): string;
}

export type KeyFault =
  | 'no-key-store'
  | 'key-store-in-clear'
  | 'key-missing'
  | 'store-missing'
  | 'directory-unsafe'
  | 'key-not-unwrapped';

/**
 * The database key of a live centre: wrapped by the operating system's key store, and nowhere else. Refused where
 * there is none, or only one that keeps keys in clear (`basic_text`).
 */
export function keyFromKeyStore(
  dir: string,
  safeStorage: SafeStorage,
): { ok: true; key: string } | { ok: false; fault: KeyFault } {
  if (!safeStorage.isEncryptionAvailable()) return { ok: false, fault: 'no-key-store' };
  const backend = safeStorage.getSelectedStorageBackend?.();
  if (backend === 'basic_text' || backend === 'unknown') return { ok: false, fault: 'key-store-in-clear' };
  if (isUnsafe(dir)) return { ok: false, fault: 'directory-unsafe' };
  const [, file] = keyFiles(dir);
  if (existsSync(file)) {
    try {
      return { ok: true, key: safeStorage.decryptString(readFileSync(file)) };
    } catch {
      return { ok: false, fault: 'key-not-unwrapped' };
    }
  }
  if (existsSync(databaseFile(dir))) return { ok: false, fault: 'key-missing' };
  if (storeIsMissing(dir, 'live')) return { ok: false, fault: 'store-missing' };
  const key = randomBytes(32).toString('hex');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  markCreation(dir);
  writeFileSync(file, safeStorage.encryptString(key), { mode: 0o600, flag: 'wx' });
  return { ok: true, key };
}

function isUnsafe(dir: string): boolean {
  try {
    assertSafeDirectory(dir);
    return false;
  } catch {
    return true;
  }
}

/** What the site lead reads when a live centre may not start. */
export const keyFaultSentences: Readonly<Record<KeyFault, Bilingual>> = {
  'no-key-store': {
    de: 'Dieser Rechner hat keinen Schlüsselspeicher. Ein Impfzentrum im Echtbetrieb startet nur mit dem Schlüsselspeicher des Betriebssystems. Bitte die IT rufen.',
    en: 'This computer has no key store. A live vaccination centre starts only with the key store of the operating system. Please call IT.',
  },
  'key-store-in-clear': {
    de: 'Der Schlüsselspeicher dieses Rechners legt Schlüssel im Klartext ab. Damit startet ein Impfzentrum im Echtbetrieb nicht. Bitte die IT einen Schlüsselbund (GNOME Keyring oder KWallet) einrichten lassen.',
    en: 'The key store of this computer keeps keys in clear text. A live vaccination centre does not start with that. Please have IT set up a key ring (GNOME Keyring or KWallet).',
  },
  'key-missing': {
    de: 'Der Schlüssel zu den Daten dieser Station fehlt. Es wurde nichts verändert. Bitte den Schlüssel aus der Sicherung zurückspielen.',
    en: 'The key to the data of this station is missing. Nothing was changed. Please restore the key from the backup.',
  },
  'store-missing': openFaultOf('store-missing').sentence,
  'directory-unsafe': openFaultOf('directory-unsafe').sentence,
  'key-not-unwrapped': {
    de: 'Der Schlüsselspeicher gibt den Schlüssel dieser Station nicht frei. Es wurde nichts verändert. Bitte mit dem richtigen Benutzer anmelden.',
    en: 'The key store does not release the key of this station. Nothing was changed. Please sign in to the computer as the right user.',
  },
};
