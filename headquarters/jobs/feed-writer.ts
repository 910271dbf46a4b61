import { errorFacts } from '../../domain/kernel/error-facts.ts';
import type { Headquarters } from '../headquarters.ts';
import { centresOf } from '../store/centres.ts';
import { FEED_BATCH, feedPending } from '../store/feed.ts';
import { asFeedWriter } from '../store/leadership.ts';
import { type Db, inCentre } from '../store/open-databases.ts';

export interface FeedWriter {
  close(): Promise<void>;
}

/** Notices may get lost: every centre is looked at this often anyway. */
const SWEEP_EVERY_MS = 2_000;
const TRY_AGAIN_MS = 1_000;

/**
 * Brings committed events into their centres' feeds. Every instance has one, and one of them at a time works
 * (docs/decisions/0040).
 */
export function startFeedWriter(headquarters: Headquarters): FeedWriter {
  const { databases, notices, log } = headquarters;
  const told = new Set<string>();
  let wake: () => void = () => {};
  let isClosing = false;
  const stopListening = notices.listen('unfed', (centre) => {
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
    let sweptAt = 0;
    while (!isClosing) {
      if (Date.now() - sweptAt >= SWEEP_EVERY_MS) {
        sweptAt = Date.now();
        for (const { id } of await centresOf(db)) told.add(id);
      }
      for (const centre of [...told]) {
        told.delete(centre);
        await feedAll(headquarters, db, centre);
      }
      if (told.size === 0) await rest(SWEEP_EVERY_MS);
    }
  };
  const lost = (error: Error) => log.warn({ code: 'connection-lost', ...errorFacts(error) });
  const run = async () => {
    while (!isClosing) {
      try {
        await asFeedWriter(databases.directUrl, work, lost);
      } catch (error) {
        log.warn({ code: 'feed-writer-stopped', ...errorFacts(error) });
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

async function feedAll({ now }: Headquarters, db: Db, centre: string): Promise<void> {
  while ((await inCentre(db, centre, (inside) => feedPending(inside, centre, now()))) === FEED_BATCH);
}
