import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StoreFault } from './store-fault.ts';

const WRITABLE_BY_OTHERS = 0o022;
const SEEN_BY_OTHERS = 0o077;

/**
 * A directory in which somebody else may lay a key, a store or a link is not opened. One that is not there yet is
 * made for its owner alone. Windows keeps the directories of users apart by itself.
 * @throws StoreFault `directory-unsafe`
 */
export function assertSafeDirectory(dir: string): void {
  const own = process.getuid?.();
  const found = statSync(dir, { throwIfNoEntry: false });
  if (own === undefined || !found?.isDirectory()) return;
  const isSafe =
    found.uid === own &&
    (found.mode & WRITABLE_BY_OTHERS) === 0 &&
    stationFiles(dir).every((file) => isOwnFile(file, own));
  if (!isSafe) throw new StoreFault('directory-unsafe');
}

/** The files of a station may be read by nobody else, whoever copied or made them. */
export function keepToOwner(dir: string): void {
  if (process.getuid === undefined) return;
  for (const file of stationFiles(dir))
    if ((statSync(file).mode & SEEN_BY_OTHERS) !== 0) chmodSync(file, 0o600);
}

function isOwnFile(file: string, own: number): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found === undefined || (found.uid === own && !found.isSymbolicLink());
}

function stationFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => name.startsWith('station.') || name.startsWith('service.lock'))
    .map((name) => path.join(dir, name));
}
