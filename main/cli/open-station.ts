import path from 'node:path';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { keyFromFile } from '../centre/key-file.ts';
import { composeStation } from '../compose.ts';
import type { Station } from '../station.ts';
import { createStationLog } from '../station-log.ts';

/** Opens the station of a directory for one command, with the key in the directory's key file. */
export async function openStation(dir: string, now?: () => Instant): Promise<Station> {
  const folder = path.resolve(dir);
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
