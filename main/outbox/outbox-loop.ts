import type { Lane } from '../../domain/outbox/outbox-kinds.ts';
import type { Job } from '../jobs/job.ts';
import { drainLane } from './drain-outbox.ts';
import type { OutboxStation } from './outbox-station.ts';
import { laneNames } from './outbox-workers.ts';

const PAUSE_MS = 15_000;

/** Keeps the outbox empty: at once when woken after a commit, and now and then for what had to wait. */
export interface OutboxLoop extends Job {
  wake(): void;
}

export function createOutboxLoop(station: () => OutboxStation): OutboxLoop {
  const loops = laneNames.map((lane) => createLane(station, lane));
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    name: 'outbox',
    start() {
      for (const loop of loops) loop.start();
      timer = setInterval(wake, PAUSE_MS);
    },
    wake,
    /** Ends after the pieces of work in hand. */
    async stop() {
      clearInterval(timer);
      await Promise.all(loops.map((loop) => loop.stop()));
    },
    fault: () => loops.map((loop) => loop.fault()).find((fault) => fault !== undefined),
  };
}

function createLane(station: () => OutboxStation, lane: Lane) {
  let isStopped = true;
  let isWoken = true;
  let running: Promise<void> | undefined;
  let fault: string | undefined;
  const run = async (): Promise<void> => {
    while (isWoken && !isStopped) {
      isWoken = false;
      try {
        await drainLane(station(), lane, () => isStopped);
        fault = undefined;
      } catch (error) {
        fault = station().log.problem('outbox-stopped', error, { lane }); // a full disk, a locked store: tried again later
      }
    }
    running = undefined;
  };
  const wake = (): void => {
    isWoken = true;
    if (!isStopped) running ??= run();
  };
  return {
    wake,
    start(): void {
      isStopped = false;
      wake();
    },
    async stop(): Promise<void> {
      isStopped = true;
      await running;
    },
    fault: () => fault,
  };
}
