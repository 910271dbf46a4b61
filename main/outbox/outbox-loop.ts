import type { Station } from '../station.ts';
import { drainOutbox } from './drain-outbox.ts';

const PAUSE_MS = 15_000;

/** Keeps the outbox empty: at once when woken after a commit, and now and then for what had to wait. */
export interface OutboxLoop {
  wake(): void;
  /** Ends after the piece of work in hand. */
  stop(): Promise<void>;
}

export function startOutboxLoop(station: () => Station): OutboxLoop {
  let isStopped = false;
  let isWoken = false;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (isWoken && !isStopped) {
      isWoken = false;
      try {
        await drainOutbox(station());
      } catch (error) {
        station().log.problem('outbox-stopped', error); // a full disk, a locked store: tried again later
      }
    }
    running = undefined;
  };
  const wake = () => {
    isWoken = true;
    if (!isStopped) running ??= run();
  };
  const timer = setInterval(wake, PAUSE_MS);
  return {
    wake,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
