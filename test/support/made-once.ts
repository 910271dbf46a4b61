import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where a run of tests keeps what all its processes share; set by whoever starts the run. */
const runFolder = 'STATION_TEST_RUN';

/** Opens such a folder for the processes of this run, unless it has one; answers how to remove it. */
export function openRunFolder(): () => void {
  if (process.env[runFolder]) return () => undefined;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'station-run-'));
  process.env[runFolder] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * A folder with what is dear to make, such as RSA keys: whoever asks first in a run makes it, all others read it.
 * Undefined outside of a run, where nobody would clear it away.
 */
export async function madeOnce(
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string | undefined> {
  const run = process.env[runFolder];
  if (!run) return undefined;
  const folder = path.join(run, name);
  if (existsSync(folder)) return folder;
  const making = `${folder}.${process.pid}.${crypto.randomUUID()}`;
  mkdirSync(making, { recursive: true, mode: 0o700 });
  await make(making);
  try {
    renameSync(making, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true, force: true }); // another process was quicker
  }
  return folder;
}
