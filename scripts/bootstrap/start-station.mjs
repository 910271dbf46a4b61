import { readFileSync } from 'node:fs';
import { electronRuntime } from './electron-runtime.mjs';
import { locked } from './lock.mjs';
import { takeDirectory } from './one-start.mjs';
import { node24 } from './paths.mjs';
import { run } from './run-child.mjs';
import { say } from './say.mjs';
import { startTrialNetwork, stationDirectory } from './trial-network.mjs';

/** Opens the workstation in a window or for a browser, a trial's with the network around it. Answers the exit code. */
export async function startStation(words, { wantsBrowser }) {
  if (words.includes('--live')) return open(words, { wantsBrowser });
  const shell = wantsBrowser ? 'browser' : 'window';
  const start = await locked(() => takeDirectory(stationDirectory(words), { shell }));
  if (start.running) return showRunning(words, start.running, shell);
  const network = words.includes('--alone') ? undefined : startTrialNetwork(words);
  if (network) start.tell({ network: network.env.STATION_TRIAL_NETWORK });
  try {
    return await open(
      words.filter((word) => word !== '--alone'),
      { wantsBrowser, env: network?.env, told: (address) => start.tell({ address }) },
    );
  } finally {
    await network?.stop();
    start.release();
  }
}

async function open(words, { wantsBrowser, env = {}, told = () => {} }) {
  if (wantsBrowser)
    return run(node24, ['out/service/browser-shell.cjs', ...words], {
      env,
      onOutput(text) {
        const address = /^Impfpass Station: (\S+)$/m.exec(text)?.[1];
        if (address) told(address);
      },
    });
  const runtime = await locked(electronRuntime);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return run('electron', [...sandbox, '.', ...words], {
    env: { ...runtime, ...env, STATION_NODE: node24 },
  });
}

/** Says where the one is that runs; nothing of it is touched. A second window comes down to showing the first. */
async function showRunning(words, running, shell) {
  say(runningSentences(running, readPages(running.network)).join('\n'));
  if (shell === 'window' && running.shell === 'window') return open(words, { wantsBrowser: false });
  return 0;
}

export function runningSentences({ shell, address }, { booking, phone } = {}) {
  return [
    shell === 'window'
      ? 'Impfpass Station is running already with this directory, in a window.'
      : `Impfpass Station is running already with this directory: ${address ?? 'its address is printed as soon as it is up.'}`,
    ...(booking ? [`Booking page: ${booking}`] : []),
    ...(phone ? [`Phone of the trial: ${phone}`] : []),
  ];
}

function readPages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
