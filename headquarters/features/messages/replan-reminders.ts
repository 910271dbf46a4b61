import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { type Delivery, isPlanned, planDelivery } from '../../store/deliveries.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { peopleWithPasses } from '../../store/passes.ts';
import { centreFacts } from '../passes/centre-facts.ts';
import { planReminder, REMINDER, REPLAN } from './plan-messages.ts';

const AT_ONCE = 50;

/** Another schedule was confirmed: the next dose of everybody may be due on another day, or none at all. */
export async function planReplanning(
  { newId, now }: Headquarters,
  db: CentreDb,
  centre: Centre,
): Promise<void> {
  const work = { id: newId(), kind: REPLAN, personId: undefined, payload: { after: '' } };
  await planDelivery(db, centre.id, { ...work, dueAt: now() });
}

/**
 * Plans the reminders of the next few people anew, and what comes after them, in one transaction: done once more after a
 * stop, it is the same. Whom a reminder waits for gets one although it would have been due before; nobody else does, but
 * who is named alone and was to have it all the same.
 */
export function replanReminders(
  headquarters: Headquarters,
  centre: Centre,
  { id, personId: only, payload }: Delivery,
): Promise<'done'> {
  const { after = '', evenLate: isAnyway = false } = payload as { after?: string; evenLate?: boolean };
  return inCentre(headquarters.databases.app, centre.id, async (db): Promise<'done'> => {
    const people =
      only === undefined ? await peopleWithPasses(db, { after, limit: AT_ONCE }) : [only as PersonId];
    const facts = await centreFacts(db);
    for (const personId of people) {
      const evenLate = isAnyway || (await isPlanned(db, personId, REMINDER));
      await planReminder(headquarters, db, centre, { personId, evenLate, facts });
    }
    const last = people.at(-1);
    if (only !== undefined || last === undefined || people.length < AT_ONCE) return 'done';
    const [first] = id.split('.');
    const next = { id: `${first}.${last}`, kind: REPLAN, personId: undefined, payload: { after: last } };
    await planDelivery(db, centre.id, { ...next, dueAt: headquarters.now() });
    return 'done';
  });
}
