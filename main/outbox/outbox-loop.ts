import type { Station } from '../station.ts';
import type { Lane } from '../store/outbox/outbox-kinds.ts';
import { drainLane } from './drain-outbox.ts';
import { laneNames } from './outbox-workers.ts';

const PAUSE_MS = 15_000;

/** Keeps the outbox empty: at once when woken after a commit, and now and then for what had to wait. */
export interface OutboxLoop {
  wake(): void;
  /** Ends after the pieces of work in hand. */
  stop(): Promise<void>;
}

export function startOutboxLoop(station: () => Station): OutboxLoop {
  const loops = laneNames.map((lane) => startLane(station, lane));
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  const timer = setInterval(wake, PAUSE_MS);
  return {
    wake,
    async stop() {
      clearInterval(timer);
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

function startLane(station: () => Station, lane: Lane): OutboxLoop {
  let isStopped = false;
  let isWoken = false;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (isWoken && !isStopped) {
      isWoken = false;
      try {
        await drainLane(station(), lane, () => isStopped);
      } catch (error) {
        station().log.problem('outbox-stopped', error, { lane }); // a full disk, a locked store: tried again later
      }
    }
    running = undefined;
  };
  return {
    wake() {
      isWoken = true;
      if (!isStopped) running ??= run();
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
