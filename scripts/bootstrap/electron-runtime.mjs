import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { installFallbackRuntime } from '../fallback-runtime/install-fallback-runtime.mjs';
import { cache, modules, node24 } from './paths.mjs';
import { capture } from './run-child.mjs';
import { say } from './say.mjs';
import { writeStamp } from './stamp.mjs';

const REMEMBERED_MS = 24 * 60 * 60_000;

/**
 * The Electron that windows open with: the real one wherever it can be had, else the runtime for trials and
 * tests. Answers the environment to start it with.
 */
export async function electronRuntime() {
  const version = JSON.parse(readFileSync(path.join(modules, 'electron/package.json'), 'utf8')).version;
  if (realIsThere() || (!wasBlocked() && fetchReal(version))) {
    say(`Window runtime: Electron ${version}.`);
    return {};
  }
  const { dir, version: fallback } = await installFallbackRuntime();
  say(
    `Window runtime: Electron ${fallback}, for trial and tests only (Electron ${version} cannot be downloaded here).`,
  );
  return { ELECTRON_OVERRIDE_DIST_PATH: dir, STATION_RUNTIME_IS_FALLBACK: '1' };
}

const blockedStamp = path.join(cache, 'electron-download-blocked');

function realIsThere() {
  return existsSync(path.join(modules, 'electron/dist/version'));
}

function wasBlocked() {
  return existsSync(blockedStamp) && Date.now() - statSync(blockedStamp).mtimeMs < REMEMBERED_MS;
}

function fetchReal(version) {
  say(`Fetching Electron ${version} …`);
  const { code } = capture(node24, [path.join(modules, 'electron/install.js')], { timeout: 5 * 60_000 });
  if (code === 0) return true;
  writeStamp(blockedStamp, new Date().toISOString());
  return false;
}
