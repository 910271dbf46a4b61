import { existsSync } from 'node:fs';
import path from 'node:path';
import { areOwn, keepToOwner } from '../../ledger/own-files.ts';
import { StoreFault } from './store-fault.ts';

/**
 * A directory in which somebody else may lay a key, a password, a database or a link is not opened; what others may
 * read in it is taken from them. The same goes for the directory of a PostgreSQL of our own within.
 * @throws StoreFault `directory-unsafe`
 */
export function assertSafeDirectory(dir: string): void {
  const postgres = path.join(dir, 'postgres');
  const ours = [serverKeyFile(dir), postgres];
  const ofPostgres = ['owner.password', 'cluster'].map((name) => path.join(postgres, name));
  if (!areOwn(dir, ours) || !areOwn(postgres, ofPostgres)) throw new StoreFault('directory-unsafe');
  keepToOwner([...ours, ...ofPostgres]);
}

/**
 * A key whose database of our own is not beside it: to begin anew would bury what was lost.
 * @throws StoreFault `store-missing`
 */
export function assertStoreThere(dir: string): void {
  const isThere = existsSync(path.join(dir, 'postgres', 'cluster', 'PG_VERSION'));
  if (existsSync(serverKeyFile(dir)) && !isThere) throw new StoreFault('store-missing');
}

export function serverKeyFile(dir: string): string {
  return path.join(dir, 'headquarters.key');
}
