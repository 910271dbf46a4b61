import { randomBytes } from 'node:crypto';
import { idOf, type PassId, type PersonId } from '../../domain/kernel/ids.ts';
import { addSeconds } from '../../domain/kernel/instant.ts';
import type { BirthDate } from '../../domain/kernel/plain-date.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { centreOffer } from '../../headquarters/features/passes/centre-facts.ts';
import { recordEvents } from '../../headquarters/features/passes/record-events.ts';
import { planRecount } from '../../headquarters/features/passes/recount-passes.ts';
import type { Headquarters } from '../../headquarters/headquarters.ts';
import { type Centre, centreOf } from '../../headquarters/store/centres.ts';
import { feedAfter } from '../../headquarters/store/feed.ts';
import { type CentreDb, inCentre } from '../../headquarters/store/open-databases.ts';
import { addPass, passCursor } from '../../headquarters/store/passes.ts';
import { eventsOfTypes } from '../../headquarters/store/received-events.ts';
import { newId } from '../../ledger/new-id.ts';
import { comirnaty } from './events.ts';
import { aPerson } from './test-station.ts';

type Place = { readonly headquarters: Headquarters; readonly centre: string };

export function within<Value>(
  { headquarters, centre }: Place,
  work: (db: CentreDb) => Promise<Value>,
): Promise<Value> {
  return inCentre(headquarters.databases.app, centre, work);
}

/**
 * People with a pass, in fours: with nothing, with a dose against COVID-19, and two with a date against measles. The
 * confirmed COVID-19 schedule has three doses for adults, the plain one two: it concerns the first two of them, whose
 * passes are answered.
 */
export async function peopleWithPasses(place: Place, count: number): Promise<PassId[]> {
  const { headquarters, centre } = place;
  const { now, personKeys } = headquarters;
  const people = Array.from({ length: count }, () => ({
    personId: idOf<PersonId>(newId()),
    passId: idOf<PassId>(newId()),
    key: randomBytes(32),
  }));
  await personKeys.keep(
    centre,
    people.map(({ personId, key }) => ({ stream: personId, key: key.toString('base64url') })),
  );
  await within(place, async (db) => {
    for (const [at, { personId, passId, key }] of people.entries()) {
      const details = aPerson({ familyName: `Muster${at}`, birthDate: '2000-02-03' as BirthDate });
      const pass = { passId, keyId: 0, templateId: 'default', templateVersion: 1 };
      const doses = at % 4 === 1 ? { doseCount: 1, lastDoseOn: '2099-11-20' } : { doseCount: 0 };
      const events = [
        {
          type: 'PersonRegistered',
          version: 2,
          data: { personId, source: 'booking', personal: { details } },
        },
        ...(at % 4 === 1 ? [doseOf(personId)] : []),
        ...(at % 4 > 1 ? [dateOf(personId)] : []),
        { type: 'PassIssued', version: 1, data: { ...pass, personId, ...doses } },
      ] as unknown as StationEvent[];
      await recordEvents(headquarters, db, { centre, stream: personId, actor: 'booking', key, events });
      await addPass(db, centre, { ...pass, personId }, now());
    }
  });
  return people.filter((_, at) => at % 4 < 2).map(({ passId }) => passId);
}

const doseOf = (personId: PersonId) => ({
  type: 'DoseAdministered',
  version: 6,
  data: {
    doseId: newId(),
    personId,
    productId: comirnaty,
    lot: 'AB1234',
    site: 'left-upper-arm',
    route: 'intramuscular',
    amountMl: 0.3,
    ordinal: 1,
    givenOn: '2099-11-20',
    vaccinator: 'staff:desk',
    overrides: [],
  },
});

const dateOf = (personId: PersonId) => ({
  type: 'AppointmentBooked',
  version: 4,
  data: {
    appointmentId: newId(),
    personId,
    productId: 'm-m-rvaxpro',
    plannedDose: 1,
    startsAt: '2099-11-24T09:00:00.000Z',
    day: '2099-11-24',
    durationMinutes: 5,
    source: 'booking',
  },
});

/**
 * Waits until the confirmation is known, and queues that passes are counted by it; with `hold` only at the next start: it
 * is due a moment later.
 */
export async function confirmAndRecount(
  place: Place,
  { book, version = '2026-01', group = 'COVID-19' }: { book: string; version?: string; group?: string },
  when: 'now' | 'hold' = 'now',
): Promise<string> {
  const { headquarters, centre } = place;
  const before = (await confirmations(place)).length;
  const data = { group, book, version, source: 'STIKO' };
  await within(place, (db) =>
    recordEvents(headquarters, db, {
      centre,
      stream: `centre:${centre}`,
      actor: 'doctor',
      events: [{ type: 'ScheduleVersionActivated', version: 2, data }] as StationEvent[],
    }),
  );
  for (let tries = 0; (await confirmations(place)).length === before; tries++) {
    if (tries > 500) throw new Error('the confirmation did not come into the feed');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const confirmation = (await confirmations(place)).at(-1)?.id ?? '';
  const known = (await centreOf(headquarters.databases.app, centre)) as Centre;
  const then = when === 'now' ? headquarters.now() : addSeconds(headquarters.now(), 2);
  await within(place, (db) => planRecount({ ...headquarters, now: () => then }, db, known, confirmation));
  return confirmation;
}

const confirmations = (place: Place) =>
  within(place, async (db) => {
    await centreOffer(db);
    return eventsOfTypes(db, ['ScheduleVersionActivated']);
  });

/** The count of changes of the centre, and of how many passes the last change is after that one. */
export function changes(place: Place, after = 0) {
  return within(place, async (db) => {
    const counter = await db.selectFrom('pass_counter').select('last').executeTakeFirst();
    const passes = await db.selectFrom('pass').select(['pass_id', 'change', 'changed_at']).execute();
    return { last: counter?.last ?? 0, touched: passes.filter(({ change }) => change > after), passes };
  });
}

/** Until nothing is left to be counted. */
export async function untilRecounted(place: Place, most = 60_000): Promise<void> {
  const end = performance.now() + most;
  for (;;) {
    const left = await within(place, (db) =>
      db
        .selectFrom('delivery')
        .select('delivery_id')
        .where('kind', '=', 'recount-passes')
        .where('state', '=', 'waiting')
        .execute(),
    );
    if (left.length === 0) return;
    if (performance.now() > end) throw new Error(`${left.length} parts of the work are left`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** How many parts of it are done. */
export function partsDone(place: Place): Promise<number> {
  return within(place, async (db) => {
    const rows = await db
      .selectFrom('delivery')
      .select('delivery_id')
      .where('kind', '=', 'recount-passes')
      .where('state', '=', 'done')
      .execute();
    return rows.length;
  });
}

/** Until whoever follows the feed has looked at all that was recorded. */
export async function untilFollowed(place: Place): Promise<void> {
  for (;;) {
    const left = await within(place, async (db) => (await feedAfter(db, await passCursor(db), 1)).length);
    const waiting = await within(place, (db) =>
      db.selectFrom('own_draft').select('event_id').limit(1).execute(),
    );
    if (left === 0 && waiting.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
