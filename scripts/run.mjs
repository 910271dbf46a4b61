// Every npm script starts here: sets up what is missing, then runs the command under Node 24.
import { copyFileSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from './bootstrap/build.mjs';
import { electronRuntime } from './bootstrap/electron-runtime.mjs';
import { installPackages } from './bootstrap/install-packages.mjs';
import { joinDirectory } from './bootstrap/join-directory.mjs';
import { locked } from './bootstrap/lock.mjs';
import { node24, root } from './bootstrap/paths.mjs';
import { run } from './bootstrap/run-child.mjs';
import { say, stop } from './bootstrap/say.mjs';
import { plainFlags, serverEnv, serverFlags } from './bootstrap/server-flags.mjs';
import { startStation } from './bootstrap/start-station.mjs';
import { ensureElectronLibraries, ensureTestTools } from './bootstrap/system-packages.mjs';

const [command, ...args] = process.argv.slice(2);

/** Measured in a window: they need what the tests in the window need. */
const windowBenches = ['burst', 'camera', 'first-paint'];

const commands = {
  async start() {
    const wantsBrowser = args.includes('--browser') || !hasDisplay();
    const rest = joinDirectory(args.filter((word) => word !== '--browser'));
    await locked(async () => {
      installPackages();
      if (!wantsBrowser) ensureElectronLibraries();
      await buildIfNeeded();
    });
    return startStation(rest, { wantsBrowser });
  },

  async test() {
    const env = await locked(async () => {
      installPackages();
      ensureTestTools();
      await buildIfNeeded();
      return electronRuntime();
    });
    return run(node24, ['scripts/test/run-tests.mjs', ...args], { env: { ...env, STATION_NODE: node24 } });
  },

  /** Pictures of every screen into docs/screens, to be looked at. */
  async screens() {
    const env = await locked(async () => {
      installPackages();
      ensureTestTools();
      await buildIfNeeded();
      return electronRuntime();
    });
    mkdirSync(path.join(root, 'docs/screens'), { recursive: true });
    const words = ['playwright', 'test', '--config', 'test/screens/playwright.config.ts', ...args];
    return run('xvfb-run', ['-a', '-s', '-screen 0 2000x1200x24', ...words], {
      env: { ...env, STATION_NODE: node24 },
    });
  },

  async build() {
    await locked(async () => {
      installPackages();
      await buildIfNeeded();
    });
    return 0;
  },

  /** The client for existing systems of a centre, as JavaScript with its types. */
  async sdk() {
    await locked(installPackages);
    const code = await run('tsc', ['-p', 'sdk/tsconfig.build.json']);
    for (const file of ['package.json', 'README.md'])
      if (code === 0) copyFileSync(path.join(root, 'sdk', file), path.join(root, 'out/sdk', file));
    return code;
  },

  async pack() {
    const env = await locked(async () => {
      installPackages();
      await buildIfNeeded();
      return electronRuntime();
    });
    return run(node24, ['scripts/build/pack.mjs', ...args], { env });
  },

  headquarters: () => direct('headquarters/server.ts', { flags: serverFlags, more: serverEnv }),
  station: () => direct('main/cli.ts'),
  async bench() {
    if (!windowBenches.includes(args[0]))
      return direct('scripts/test/run-named.mjs', { words: ['test/bench'] });
    const env = await locked(async () => {
      installPackages();
      ensureTestTools();
      await buildIfNeeded();
      return electronRuntime();
    });
    const words = [...plainFlags, 'scripts/test/run-named.mjs', 'test/bench', ...args];
    return run('xvfb-run', ['-a', '-s', '-screen 0 1400x1000x24', node24, ...words], {
      env: { ...env, STATION_NODE: node24 },
    });
  },
  campaign: () => direct('scripts/test/run-named.mjs', { words: ['test/campaigns'] }),
  check: () => direct('scripts/test/check.mjs'),
};

/** Runs a file from its source: Node 24 takes the types out by itself, so nothing has to be built. */
async function direct(file, { words = [], flags = plainFlags, more = {} } = {}) {
  await locked(installPackages);
  // As many threads as cores, as the service has them: see main/shell/channel.ts.
  const env = { UV_THREADPOOL_SIZE: String(Math.max(2, availableParallelism())), ...more };
  return run(node24, [...flags, file, ...words, ...args], { env });
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

if (!Object.hasOwn(commands, command ?? '')) stop(`There is no command '${command ?? ''}'.`);
try {
  process.exitCode = await commands[command]();
} catch (error) {
  say(String(error?.stack ?? error));
  process.exitCode = 1;
}
