import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { databaseFile } from '../centre/directory.ts';
import { keyFromFile } from '../centre/key-file.ts';
import { composeStation } from '../compose.ts';
import type { Station } from '../station.ts';
import { createStationLog } from '../station-log.ts';
import { StoreFault } from '../store/store-fault.ts';

/**
 * Opens the station of a directory for one command, with the key in the directory's key file.
 * @throws StoreFault `no-station` where there is none: a misspelt directory must not become a new centre.
 */
export async function openStation(dir: string, now?: () => Instant): Promise<Station> {
  const folder = path.resolve(dir);
  if (!existsSync(databaseFile(folder))) throw new StoreFault('no-station');
  return openOrFoundStation(folder, now);
}

/** The same, where a new directory shall become a centre. */
export async function openOrFoundStation(folder: string, now?: () => Instant): Promise<Station> {
  return composeStation({
    options: {
      dir: folder,
      databaseKey: keyFromFile(folder),
      keyPlace: 'key-file',
      mode: 'trial',
      runtime: `Node ${process.versions.node}`,
    },
    log: createStationLog((line) => process.stderr.write(line)),
    now: now ?? (() => instantOf(Date.now())),
  });
}
