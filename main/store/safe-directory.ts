import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { areOwn, keepToOwner as keepFilesToOwner } from '../../ledger/own-files.ts';
import { StoreFault } from './store-fault.ts';

/**
 * A directory in which somebody else may lay a key, a store or a link is not opened. One that is not there yet is
 * made for its owner alone.
 * @throws StoreFault `directory-unsafe`
 */
export function assertSafeDirectory(dir: string): void {
  if (!areOwn(dir, stationFiles(dir))) throw new StoreFault('directory-unsafe');
}

/** The files of a station may be read by nobody else, whoever copied or made them. */
export function keepToOwner(dir: string): void {
  keepFilesToOwner(stationFiles(dir));
}

function stationFiles(dir: string): string[] {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(dir)
    .filter((name) => name.startsWith('station.') || name.startsWith('service.lock'))
    .map((name) => path.join(dir, name));
}
