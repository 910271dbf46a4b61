import { statfsSync } from 'node:fs';
import type { StationLog } from '../station-log.ts';
import { createPeriodicJob } from './create-periodic-job.ts';
import type { Job } from './job.ts';

/** Looks at how much room is left where the store lies: a full disk stops the desk, so somebody hears of it before. */
export interface DiskSpace {
  /** What is left in bytes, where that is little. */
  readonly scarce: number | undefined;
  readonly job: Job;
}

export interface DiskSpaceParts {
  readonly dir: string;
  readonly log: StationLog;
  readonly announce: () => void;
  /** Bytes that are free for us; the system's own answer unless a test gives another. */
  readonly freeBytes?: (dir: string) => number;
}

const EVERY_MS = 60_000;
/** Room for some days, and for a list of a hundred thousand people. */
const ENOUGH_BYTES = 500 * 1024 * 1024;

export function watchDiskSpace({ dir, log, announce, freeBytes = freeBytesOf }: DiskSpaceParts): DiskSpace {
  let scarce: number | undefined;
  const job = createPeriodicJob({
    name: 'disk-space',
    everyMs: EVERY_MS,
    isAtOnce: true,
    log,
    problem: 'disk-space-unknown',
    run() {
      const free = freeBytes(dir);
      const wasScarce = scarce !== undefined;
      scarce = free < ENOUGH_BYTES ? free : undefined;
      if (wasScarce === (scarce !== undefined)) return;
      log.info(wasScarce ? 'disk-space-enough' : 'disk-space-scarce');
      announce();
    },
  });
  return {
    get scarce() {
      return scarce;
    },
    job,
  };
}

function freeBytesOf(dir: string): number {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
}
