import { plannedDosesOf } from '../../../domain/passes/series-facts.ts';
import type { ConfirmedSchedule } from '../../../domain/schedules/activate-schedule.ts';
import type { ConfirmedSchedules } from '../../../domain/schedules/person-of-course.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { type Delivery, planDelivery, settleDelivery } from '../../store/deliveries.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { passesInOrder, touchPasses } from '../../store/passes.ts';
import { eventsOfTypes } from '../../store/received-events.ts';
import { centreFacts } from './centre-facts.ts';
import { seriesGroundOf } from './pass-facts.ts';
import { loadPerson } from './person-history.ts';

/** Passes are to be counted by another schedule, some at a time. */
export const RECOUNT = 'recount-passes';

/** So few that whoever changes a pass meanwhile waits for no longer than a moment. */
const AT_ONCE = 50;

interface Recount {
  /** The id of the event with which the schedule was confirmed. */
  readonly confirmation: string;
  /** The last pass that was counted. */
  readonly after: string;
}

/** Another schedule was confirmed: passes may count another number of doses by it. Each confirmation has its own run. */
export async function planRecount(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  confirmation: string,
): Promise<void> {
  await planNext(headquarters, db, centre, { confirmation, after: '' });
}

function planNext({ now }: Headquarters, db: CentreDb, centre: Centre, payload: Recount): Promise<void> {
  const id = `${RECOUNT}.${payload.confirmation}.${payload.after}`;
  const work = { id, kind: RECOUNT, personId: undefined, payload: { ...payload } };
  return planDelivery(db, centre.id, { ...work, dueAt: now() });
}

/**
 * Has those of the next few passes fetched again that count another number of doses since the schedule was confirmed,
 * silently. They, what comes after them and that this is done are one transaction: stopped at any moment, it goes on with
 * those that are left, and no phone is told twice.
 */
export function recountPasses(
  headquarters: Headquarters,
  centre: Centre,
  { id, payload }: Delivery,
): Promise<'done'> {
  const { confirmation, after } = payload as unknown as Recount;
  return inCentre(headquarters.databases.app, centre.id, async (db): Promise<'done'> => {
    const passes = await passesInOrder(db, { after, limit: AT_ONCE });
    const facts = await centreFacts(db);
    const around = await aroundConfirmation(db, facts.confirmed, confirmation);
    const recounted = [];
    for (const pass of around ? passes : []) {
      const known = await loadPerson(headquarters, db, centre.id, pass.personId, facts);
      const ground = seriesGroundOf(known, pass, centre.timeZone);
      const counted = (confirmed: ConfirmedSchedules | undefined) =>
        ground && plannedDosesOf({ ...ground, confirmed });
      if (counted(around?.before) !== counted(around?.since)) recounted.push(pass.passId);
    }
    await touchPasses(db, centre.id, headquarters.now(), { recounted });
    const last = passes.at(-1);
    if (last && passes.length === AT_ONCE)
      await planNext(headquarters, db, centre, { confirmation, after: last.passId });
    await settleDelivery(db, id, { state: 'done' });
    return 'done';
  });
}

/**
 * What is confirmed now, but for this vaccination: what was before this confirmation, and what is since. Undefined where
 * the event is not known here.
 */
async function aroundConfirmation(db: CentreDb, confirmed: ConfirmedSchedules, confirmation: string) {
  const activations = (await eventsOfTypes(db, ['ScheduleVersionActivated'])).map(({ id, data }) => ({
    ...(JSON.parse(data) as ConfirmedSchedule & { readonly group: string }),
    id,
  }));
  const since = activations.find(({ id }) => id === confirmation);
  if (!since) return undefined;
  const ofGroup = activations.filter(({ group }) => group === since.group);
  const previous = ofGroup[ofGroup.indexOf(since) - 1];
  const others = [...confirmed].filter(([group]) => group !== since.group);
  return {
    before: new Map<string, ConfirmedSchedule>(previous ? [...others, [since.group, previous]] : others),
    since: new Map<string, ConfirmedSchedule>([...others, [since.group, since]]),
  };
}
