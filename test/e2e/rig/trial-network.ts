import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect as connectTo, createServer, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
// @ts-expect-error: a plain script without types
import { startTrialNetwork } from '../../../scripts/bootstrap/trial-network.mjs';

/** Headquarters, push service and phone as `npm start` starts them, and a line to the station that can be cut. */
export interface TrialNetwork {
  /** For the station: tells it where headquarters is, by way of the line. */
  readonly env: Readonly<Record<string, string>>;
  readonly booking: string;
  readonly phone: string;
  /** What an existing system heard by webhooks. */
  readonly system: string;
  cutLine(): void;
  mendLine(): void;
  /** Ends the process as a power cut would. */
  kill(program: 'headquarters' | 'postgres'): void;
  close(): Promise<void>;
}

interface Told {
  readonly system: string;
  readonly headquarters: string;
  readonly booking: string;
  readonly phone: string;
}

const STARTED_WITHIN_MS = 60_000;

export async function openTrialNetwork(dir: string): Promise<TrialNetwork> {
  const network = startTrialNetwork([`--dir=${dir}`]);
  const file = network.env.STATION_TRIAL_NETWORK;
  await expect.poll(() => existsSync(file), { timeout: STARTED_WITHIN_MS }).toBe(true);
  const told = JSON.parse(readFileSync(file, 'utf8')) as Told;
  const line = await openLine(Number(new URL(told.headquarters).port));
  const overLine = path.join(mkdtempSync(path.join(os.tmpdir(), 'station-line-')), 'network.json');
  writeFileSync(overLine, JSON.stringify({ ...told, headquarters: `http://127.0.0.1:${line.port}` }));
  return {
    env: { STATION_TRIAL_NETWORK: overLine },
    booking: told.booking,
    phone: told.phone,
    system: told.system,
    cutLine: line.cut,
    mendLine: line.mend,
    kill(program) {
      const ends = program === 'headquarters' ? ['trial/index.ts', dir] : ['-D', dir];
      process.kill(pidOf(ends), 'SIGKILL');
    },
    async close() {
      line.close();
      await network.stop();
    },
  };
}

/** Hands on bytes to a port of this machine; while it is cut nothing goes through and whoever comes is turned away. */
async function openLine(to: number) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy();
    const other = connectTo(to, '127.0.0.1');
    for (const [one, next] of [
      [socket, other],
      [other, socket],
    ] as const) {
      sockets.add(one);
      one.pipe(next);
      one.on('error', () => next.destroy()).on('close', () => sockets.delete(one));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    cut,
    mend: () => {
      isCut = false;
    },
    close() {
      cut();
      server.close();
    },
  };
}

/** The process that was started with all of these words. */
function pidOf(words: readonly string[]): number {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)))
    try {
      const given = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      const has = (word: string) => given.some((each) => each === word || each.startsWith(`${word}/`));
      if (words.every(has)) return Number(name);
    } catch {
      // gone in between
    }
  throw new Error(`no process was started with ${words.join(' ')}`);
}
