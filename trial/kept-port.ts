import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const MOST_LOOKS = 10;
const LOOK_AGAIN_MS = 300;

/**
 * A port of this machine that is the same at each start as long as nobody else took it: cards in the phone, the station
 * and pages that are open go on after the network was started again.
 */
export async function keptPort(dir: string, name: string): Promise<number> {
  const file = path.join(dir, `${name}.port`);
  const port = (await onceFree(readPort(file))) ?? (await freePort(0)) ?? 0;
  writeFileSync(file, String(port), { mode: 0o600 });
  return port;
}

/** The network of the last start may still be going down. */
async function onceFree(port: number): Promise<number | undefined> {
  for (let left = MOST_LOOKS; left > 0; left -= 1) {
    const free = await freePort(port);
    if (free !== undefined) return free;
    await wait(LOOK_AGAIN_MS);
  }
  return undefined;
}

function readPort(file: string): number {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0;
  } catch {
    return 0;
  }
}

/** That port, or any for 0; undefined where it is taken. */
function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
