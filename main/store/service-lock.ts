import { mkdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { assertSafeDirectory } from './safe-directory.ts';
import { StoreFault, storeFaultOf } from './store-fault.ts';

/** Whoever closes the station and opens it again at once waits that long for the first to be gone. */
const CLOSING_MS = 2_000;

/**
 * Two services on one directory would not tell each other's windows what changed. The lock is one that SQLite holds
 * on a file beside the store: the system lets go of it however the process ends.
 * @throws StoreFault `station-running`, `directory-unsafe`
 */
export function takeServiceLock(dir: string): { release(): void } {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  assertSafeDirectory(dir);
  const file = path.join(dir, 'service.lock');
  try {
    return lockFile(file);
  } catch (error) {
    const code = storeFaultOf(error)?.code;
    if (code === 'store-locked') throw new StoreFault('station-running', error);
    if (code !== 'store-damaged') throw error;
    // Nothing ever stands in it, so nothing is lost. Emptied in place: whoever may hold it goes on holding it.
    truncateSync(file);
    return lockFile(file);
  }
}

function lockFile(file: string): { release(): void } {
  const lock = new Sqlite(file, { timeout: CLOSING_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return { release: () => lock.close() };
}
