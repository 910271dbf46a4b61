import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';
import { say } from './say.mjs';

const STALE_MS = 15 * 60_000;

/** Several commands may start at once in one checkout: one sets up, the others wait for it. */
export async function locked(work) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const folder = path.join(os.tmpdir(), `impfpass-station-${name}.lock`);
  for (let waited = false; !take(folder); waited = true) {
    if (!waited) say('Another command is setting up this checkout; waiting for it.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.removeListener('exit', release);
  }
}

function take(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    if (Date.now() - statSync(folder).mtimeMs > STALE_MS) rmSync(folder, { recursive: true, force: true });
  } catch {
    // released in between
  }
  return false;
}
