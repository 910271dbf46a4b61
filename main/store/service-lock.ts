import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { StoreFault } from './store-fault.ts';

/** Whoever closes the station and opens it again at once waits that long for the first to be gone. */
const CLOSING_MS = 2_000;

/**
 * Two services on one directory would not tell each other's windows what changed. The lock is one that SQLite holds
 * on a file beside the store: the system lets go of it however the process ends.
 * @throws StoreFault `station-running`
 */
export function takeServiceLock(dir: string): { release(): void } {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lock = new Sqlite(path.join(dir, 'service.lock'), { timeout: CLOSING_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const isTaken = /^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? '');
    throw isTaken ? new StoreFault('station-running', error) : error;
  }
  return { release: () => lock.close() };
}
