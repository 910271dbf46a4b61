import type { Headquarters } from '../headquarters.ts';
import { centresOf } from '../store/centres.ts';
import { FEED_BATCH, feedPending } from '../store/feed.ts';
import { asFeedWriter } from '../store/leadership.ts';
import { inCentre } from '../store/open-databases.ts';
import { type CentreWorker, startCentreWorker } from './centre-worker.ts';

/** Brings committed events into their centres' feeds (docs/decisions/0043). */
export function startFeedWriter(headquarters: Headquarters): CentreWorker {
  const { databases, now } = headquarters;
  return startCentreWorker(headquarters, {
    wakenBy: 'unfed',
    lead: (work, lost) => asFeedWriter(databases.directUrl, work, lost),
    centresOf: async (db) => (await centresOf(db)).map(({ id }) => id),
    async work(db, centre) {
      while ((await inCentre(db, centre, (inside) => feedPending(inside, centre, now()))) === FEED_BATCH);
    },
  });
}
