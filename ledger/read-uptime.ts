import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';

/** Time that nobody sets: since this start of the computer, sleep included. */
export interface Uptime {
  /** Two readings can be compared only within one run of the same computer. */
  readonly run: string;
  readonly ms: number;
}

export function readUptime(): Uptime {
  return process.platform === 'linux' ? uptimeOfLinux() : { run: runOfProcess, ms: os.uptime() * 1000 };
}

/** Elsewhere nothing names the run of the computer: readings compare within the process alone. */
const runOfProcess = randomUUID();

function uptimeOfLinux(): Uptime {
  const [seconds = '0'] = readFileSync('/proc/uptime', 'utf8').split(' ');
  const run = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return { run, ms: Number(seconds) * 1000 };
}
