import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
// @ts-expect-error: a plain script without types
import { serverEnv, serverFlags } from '../../../scripts/bootstrap/server-flags.mjs';
import { type SimulatedApns, startSimulatedApns } from '../../../trial/simulated-apns.ts';
import { type MemoryMB, memoryOf } from './process-memory.ts';

/** A headquarters in a process of its own, as `npm run headquarters` starts it, and Apple's stand-in here. */
export interface MeasuredServer {
  readonly address: string;
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly apns: SimulatedApns;
  /** Whoever signs passes, once it is known: nobody else may push. */
  trustPusher(authorityPem: string): void;
  /** Called with the token of each push that was taken. */
  onPush(take: (deviceToken: string) => void): void;
  memory(): MemoryMB;
  /** The most that was seen so far. */
  peak(): MemoryMB;
  close(): Promise<void>;
}

const SAMPLE_EVERY_MS = 250;
const SETTLES_MS = 8_000;

export async function startServer(dir: string): Promise<MeasuredServer> {
  let authorityPem: string | undefined;
  let take: (token: string) => void = () => {};
  const apns = await startSimulatedApns(
    () => authorityPem,
    (token) => take(token),
  );
  const caFile = path.join(dir, 'apns.pem');
  writeFileSync(caFile, apns.caPem);
  const child = spawn(
    process.execPath,
    [...serverFlags, 'headquarters/server.ts', '--dir', dir, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...serverEnv,
        HEADQUARTERS_APNS: apns.endpoint,
        HEADQUARTERS_APNS_CA: caFile,
        // Each citizen asks from an address of their own.
        HEADQUARTERS_PROXIES: '127.0.0.1/32',
      },
    },
  );
  const address = await addressOf(child);
  const pid = child.pid ?? 0;
  let peak: MemoryMB = { total: 0, server: 0, postgres: 0 };
  const sampler = setInterval(() => {
    const seen = memoryOf(pid);
    if (seen.total > peak.total) peak = seen;
  }, SAMPLE_EVERY_MS);
  return {
    address,
    databaseUrl: databaseUrlIn(path.join(dir, 'postgres')),
    keyFile: path.join(dir, 'headquarters.key'),
    apns,
    trustPusher(pem) {
      authorityPem = pem;
    },
    onPush(next) {
      take = next;
    },
    memory: () => memoryOf(pid),
    peak: () => peak,
    async close() {
      clearInterval(sampler);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await apns.close();
    },
  };
}

/** Until what a start or a burst left behind is put away. */
export function settle(): Promise<void> {
  return wait(SETTLES_MS);
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    for (const line of text.split('\n')) if (line.includes('request-failed')) console.error(line);
  });
  for (;;) {
    const [, address] = /^Headquarters: (\S+)$/m.exec(said) ?? [];
    if (address) return address;
    if (child.exitCode !== null) throw new Error('headquarters did not start');
    await wait(50);
  }
}

function databaseUrlIn(dir: string): string {
  const password = readFileSync(path.join(dir, 'owner.password'), 'utf8').trim();
  const port = readFileSync(path.join(dir, 'cluster/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://headquarters:${password}@127.0.0.1:${port}/headquarters`;
}
