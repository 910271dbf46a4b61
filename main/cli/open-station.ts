import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { databaseFile } from '../centre/directory.ts';
import { keyFromFile } from '../centre/key-file.ts';
import { closeStation, composeStation } from '../compose.ts';
import type { Station } from '../station.ts';
import { createStationLog } from '../station-log.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { CliIo } from './cli-command.ts';
import { withStoreFaults } from './options.ts';

/**
 * Opens the station of a directory for one command, with the key in the directory's key file.
 * @throws StoreFault `no-station` where there is none: a misspelt directory must not become a new centre.
 */
export async function openStation(dir: string, now?: () => Instant): Promise<Station> {
  const folder = path.resolve(dir);
  if (!existsSync(databaseFile(folder))) throw new StoreFault('no-station');
  return openOrFoundStation(folder, now);
}

/** Runs the work of a command on the station of a directory; a store that does not open is a sentence. */
export function withStation(
  io: CliIo,
  isJson: boolean,
  dir: string,
  work: (station: Station) => number | Promise<number>,
): Promise<number> {
  return withStoreFaults(io, isJson, async () => {
    const station = await openStation(dir);
    try {
      return await work(station);
    } finally {
      closeStation(station);
    }
  });
}

/** Opens the station of a directory, or makes a new centre there. */
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
