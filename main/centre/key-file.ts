import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { assertSafeDirectory } from '../store/safe-directory.ts';
import { StoreFault } from '../store/store-fault.ts';
import { databaseFile, keyFiles, markCreation, storeIsMissing } from './directory.ts';

const KEY_BYTES = 32;

/**
 * The database key of a directory without a key store (trial centre, tests, machine without a display): 64 hex
 * digits in a file that only its owner may read. Made for a new directory, never beside an existing database.
 * @throws StoreFault `key-missing`, `store-missing`, `directory-unusable`, `directory-unsafe`
 */
export function keyFromFile(dir: string): string {
  assertSafeDirectory(dir);
  const [file] = keyFiles(dir);
  if (existsSync(file)) return readKey(file);
  if (existsSync(databaseFile(dir))) throw new StoreFault('key-missing');
  if (storeIsMissing(dir, 'trial')) throw new StoreFault('store-missing');
  const key = randomBytes(KEY_BYTES).toString('hex');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  markCreation(dir);
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return readKey(file); // another process was quicker
    throw error;
  }
  return key;
}

function readKey(file: string): string {
  // Somebody copied the directory carelessly: close the file again before anything else.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  const key = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(key)) throw new StoreFault('key-missing');
  return key;
}
