import { spawnSync } from 'node:child_process';

const PATIENCE_MS = 2_000;

/**
 * What this process holds, names and keys, reaches no file when it crashes; its children inherit that. By `prlimit`,
 * which every Linux has and Node itself has not; elsewhere core files are off unless somebody turned them on.
 */
export function forbidCoreDumps(): void {
  if (process.platform !== 'linux') return;
  spawnSync('prlimit', ['--core=0:0', '--pid', String(process.pid)], {
    stdio: 'ignore',
    timeout: PATIENCE_MS,
  });
}
