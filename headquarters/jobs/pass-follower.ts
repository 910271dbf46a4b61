import { errorFacts } from '../../domain/kernel/error-facts.ts';
import { countEarlierDates } from '../features/booking/share-places.ts';
import { followFeed } from '../features/passes/follow-feed.ts';
import { type ApnsClient, createApnsClient } from '../features/wallet/apns-client.ts';
import type { Headquarters } from '../headquarters.ts';
import { centreOf, centresOf } from '../store/centres.ts';
import { asFollower } from '../store/leadership.ts';
import { type Db, inCentre } from '../store/open-databases.ts';
import { type DueDevice, dueDevices, noteGone, noteSent } from '../store/wallet-registrations.ts';
import { type CentreWorker, startCentreWorker } from './centre-worker.ts';

const DEVICES_AT_ONCE = 200;
/** Of the dates of before a first share, before other centres have their turn. */
const SLICES = 5;

/** Decides which passes say something new, and tells the phones that have them; one instance at a time does it. */
export function startPassFollower(headquarters: Headquarters): CentreWorker {
  const { databases } = headquarters;
  let apns: Promise<ApnsClient | undefined> | undefined;
  const worker = startCentreWorker(headquarters, {
    wakenBy: 'fed',
    lead: (work, lost) => asFollower(databases.directUrl, work, lost),
    centresOf: async (db) => (await centresOf(db)).map(({ id }) => id),
    work: async (db, centre) => {
      const known = await centreOf(db, centre);
      if (!known) return;
      while ((await inCentre(db, centre, (inside) => followFeed(headquarters, inside, known))) > 0);
      for (let slice = 0; slice < SLICES && (await countEarlierDates(headquarters, known)); ) slice += 1;
      apns ??= openApns(headquarters);
      const client = await apns;
      if (client) await tellDevices(headquarters, { db, centre, client });
    },
  });
  return {
    async close() {
      await worker.close();
      (await apns)?.close();
    },
  };
}

async function openApns(headquarters: Headquarters): Promise<ApnsClient | undefined> {
  const { apns } = headquarters;
  if (!apns) return undefined;
  const { files, passTypeId } = await headquarters.passAuthority();
  return createApnsClient({ ...apns, topic: passTypeId, files });
}

async function tellDevices(
  headquarters: Headquarters,
  place: { readonly db: Db; readonly centre: string; readonly client: ApnsClient },
): Promise<void> {
  const due = await inCentre(place.db, place.centre, (db) => dueDevices(db, DEVICES_AT_ONCE));
  await Promise.all(due.map((device) => tell(headquarters, place, device)));
}

async function tell(
  { log }: Headquarters,
  { db, centre, client }: { readonly db: Db; readonly centre: string; readonly client: ApnsClient },
  { deviceId, pushToken, change }: DueDevice,
): Promise<void> {
  try {
    const answer = await client.push(pushToken);
    if (answer.outcome === 'later') return; // the next look at this centre tries again
    if (answer.outcome === 'refused') log.warn({ code: 'push-refused', status: answer.status });
    await inCentre(db, centre, (inside) =>
      answer.outcome === 'gone'
        ? noteGone(inside, { deviceId, pushToken, at: answer.at })
        : noteSent(inside, deviceId, change),
    );
  } catch (error) {
    log.warn({ code: 'push-failed', ...errorFacts(error) });
  }
}
