import { errorFacts } from '../../domain/kernel/error-facts.ts';
import { googleLinkOf } from '../features/google/google-link.ts';
import { sendCard } from '../features/google/send-card.ts';
import type { Headquarters } from '../headquarters.ts';
import { type Centre, centreOf, centresOf } from '../store/centres.ts';
import { googleAccountOf } from '../store/google-account.ts';
import { dueGoogleCards } from '../store/google-cards.ts';
import { asGoogleSender } from '../store/leadership.ts';
import { inCentre } from '../store/open-databases.ts';
import { type CentreWorker, startCentreWorker } from './centre-worker.ts';

const AT_ONCE = 5;

/** Brings cards at Google to where their passes are; one instance at a time does it. */
export function startGoogleSender(headquarters: Headquarters): CentreWorker {
  const { databases, log } = headquarters;
  // A lane for each centre: an account that Google keeps waiting holds up no other.
  const lanes = new Map<string, Promise<void>>();
  let isClosing = false;
  const run = async (centre: Centre) => {
    try {
      while (!isClosing && (await sendDue(headquarters, centre)) > 0);
    } catch (error) {
      log.warn({ code: 'google-stopped', ...errorFacts(error) });
    }
    lanes.delete(centre.id);
  };
  const worker = startCentreWorker(headquarters, {
    wakenBy: 'fed',
    lead: (work, lost) => asGoogleSender(databases.directUrl, work, lost),
    centresOf: async (db) => (await centresOf(db)).map(({ id }) => id),
    async work(db, centreId) {
      const centre = await centreOf(db, centreId);
      if (centre && !lanes.has(centreId)) lanes.set(centreId, run(centre));
    },
  });
  return {
    async close() {
      isClosing = true;
      await worker.close();
      await Promise.all(lanes.values());
    },
  };
}

/** One round of a lane; answers how many cards it tried. */
async function sendDue(headquarters: Headquarters, centre: Centre): Promise<number> {
  const { databases, now, log } = headquarters;
  const found = await inCentre(databases.app, centre.id, async (db) => {
    const account = await googleAccountOf(db);
    if (!account) return undefined;
    const { cardsFor } = account;
    return { account, due: await dueGoogleCards(db, { cardsFor, now: now(), limit: AT_ONCE }) };
  });
  if (!found) return 0;
  const link = googleLinkOf(headquarters, centre.id, found.account);
  const faults = await Promise.all(
    found.due.map((passId) => sendCard(headquarters, { centre, link }, passId)),
  );
  for (const fault of new Set(faults.flatMap((each) => each?.code ?? [])))
    log.warn({ code: 'google-card-failed', fault });
  return found.due.length;
}
