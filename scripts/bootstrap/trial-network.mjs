import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { node24, root } from './paths.mjs';
import { childEnv } from './run-child.mjs';
import { serverEnv, serverFlags } from './server-flags.mjs';

const STOP_WITHIN_MS = 10_000;
const MOST_STARTS = 5;

/**
 * Starts headquarters, the push service and the phone of a trial beside the workstation, which waits for none of them.
 * Answers the environment that tells the workstation where they will say where they are.
 */
export function startTrialNetwork(words) {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'impfpass-network-'));
  const told = path.join(scratch, 'network.json');
  const dir = path.join(stationDirectory(words), 'headquarters');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const network = keepRunning(() =>
    spawn(
      node24,
      [...serverFlags, 'trial/index.ts', '--dir', dir, '--told', told],
      // Its standard input ends with us, whatever becomes of us: then it stops by itself.
      { cwd: root, stdio: ['pipe', 'ignore', 'inherit'], env: childEnv(serverEnv) },
    ),
  );
  return {
    env: { STATION_TRIAL_NETWORK: told },
    async stop() {
      await network.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** One that was killed is started again, a few times; one that ended by itself has said why. */
function keepRunning(start) {
  let left = MOST_STARTS;
  let isStopping = false;
  let child;
  let over;
  const begin = () => {
    left -= 1;
    child = start();
    over = new Promise((resolve) => {
      child.on('error', resolve).on('exit', (_code, signal) => {
        if (signal && left > 0 && !isStopping) begin();
        resolve();
      });
    });
  };
  begin();
  return {
    async stop() {
      isStopping = true;
      child.stdin.on('error', () => {}).end();
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await over;
      clearTimeout(late);
    },
  };
}

/** Where the trial centre lies: see main/centre/default-directory.ts. */
export function stationDirectory(words) {
  const given = words.find((word) => word.startsWith('--dir='))?.slice('--dir='.length);
  if (given) return given;
  if (process.env.IMPFPASS_DIR) return process.env.IMPFPASS_DIR;
  const home = os.homedir();
  const base =
    process.platform === 'win32'
      ? (process.env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? path.join(home, 'Library', 'Application Support')
        : (process.env.XDG_DATA_HOME ?? path.join(home, '.local', 'share'));
  return path.join(base, 'impfpass-station', 'trial');
}
