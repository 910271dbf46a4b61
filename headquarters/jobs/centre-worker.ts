import { errorFacts } from '../../domain/kernel/error-facts.ts';
import type { Headquarters } from '../headquarters.ts';
import type { NoticeKind } from '../store/notices.ts';
import type { Db } from '../store/open-databases.ts';

export interface CentreWorker {
  close(): Promise<void>;
}

export interface CentreWork {
  readonly wakenBy: NoticeKind;
  /** Runs `work` while this instance is the one that does it; ends when it is not, or with its error. */
  lead(work: (db: Db) => Promise<void>, lost: (error: Error) => void): Promise<boolean>;
  centresOf(db: Db): Promise<readonly string[]>;
  work(db: Db, centre: string): Promise<void>;
}

/** Notices may get lost: every centre is looked at this often anyway. */
const SWEEP_EVERY_MS = 2_000;
const TRY_AGAIN_MS = 1_000;

/**
 * Works for one centre after the other, whenever one is told of and by a timer that is always armed. Every instance has
 * such a worker, and one of them at a time works.
 */
export function startCentreWorker({ notices, log }: Headquarters, parts: CentreWork): CentreWorker {
  const told = new Set<string>();
  let wake: () => void = () => {};
  let isClosing = false;
  const stopListening = notices.listen(parts.wakenBy, (centre) => {
    told.add(centre);
    wake();
  });
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (isClosing || told.size > 0) wake();
    });
  const work = async (db: Db) => {
    // By a clock that nobody sets: one that is set back would end all sweeping until it has caught up.
    let sweptAt = -Infinity;
    while (!isClosing) {
      if (performance.now() - sweptAt >= SWEEP_EVERY_MS) {
        sweptAt = performance.now();
        for (const centre of await parts.centresOf(db)) told.add(centre);
      }
      for (const centre of [...told]) {
        told.delete(centre);
        await parts.work(db, centre);
      }
      if (told.size === 0) await rest(SWEEP_EVERY_MS);
    }
  };
  const lost = (error: Error) => log.warn({ code: 'connection-lost', ...errorFacts(error) });
  const run = async () => {
    while (!isClosing) {
      try {
        await parts.lead(work, lost);
      } catch (error) {
        log.warn({ code: 'work-stopped', ...errorFacts(error) });
      }
      told.clear();
      if (!isClosing) await rest(TRY_AGAIN_MS);
    }
  };
  const running = run();
  return {
    async close() {
      isClosing = true;
      stopListening();
      wake();
      await running;
    },
  };
}
