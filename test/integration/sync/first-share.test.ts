import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { idOf, type LaneId } from '../../../domain/kernel/ids.ts';
import { addMinutes, instantAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { choosePage } from '../../../headquarters/features/booking/choose-page.ts';
import { openOnlineDay } from '../../../headquarters/features/booking/open-online-day.ts';
import { countEarlierDates } from '../../../headquarters/features/booking/share-places.ts';
import { followFeed } from '../../../headquarters/features/passes/follow-feed.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { type CentreDb, inCentre } from '../../../headquarters/store/open-databases.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { setOnlineShare } from '../../../main/commands/appointments/set-online-share.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';
import { aPerson, must } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

const [first, second] = ['2026-11-30', '2026-12-21'] as const as readonly [PlainDate, PlainDate];
let headquarters: TestHeadquarters;
let isTrusted = true;
let desk: JoinedStation;
let centre: Centre;
let centres = 0;

beforeAll(async () => {
  const clock = { isTrusted: async () => isTrusted, confirm: async () => {} };
  headquarters = await aHeadquarters({ parts: { clock } });
}, 120_000);
afterAll(() => headquarters?.close());
beforeEach(async () => {
  centres += 1;
  const id = await aCentre(headquarters, `erst-${centres}`);
  desk = await aJoinedStation(headquarters, id);
  centre = (await centreOf(headquarters.headquarters.databases.app, id)) as Centre;
}, 60_000);
afterEach(() => desk.close());

const within = <Value>(work: (db: CentreDb) => Promise<Value>) =>
  inCentre(headquarters.headquarters.databases.app, centre.id, work);

/** One slot a day on Mondays. */
function openLanes(until: PlainDate, ...capacities: readonly number[]): void {
  const { templateId } = must(
    saveTemplate(desk.station, 'operator', {
      name: 'Werktag',
      weekdays: [1],
      hours: [{ from: '09:00', to: '09:10' }],
      slotMinutes: 10,
      lanes: capacities.map((capacity, index) => ({ lane: idOf<LaneId>('ABC'[index] ?? ''), capacity })),
    }),
  );
  must(openDays(desk.station, 'operator', { templateId, from: first, to: until }));
}

const share = (onlinePercent: number) =>
  must(setOnlineShare(desk.station, 'operator', { onlinePercent, walkInPercent: 0 }));

/** Sends all, and lets headquarters follow it without whatever else a follower does. */
async function follow(): Promise<void> {
  await desk.push();
  await untilSo(
    async () => (await within((db) => db.selectFrom('unfed_event').select('seq').execute())).length === 0,
  );
  while ((await within((db) => followFeed(headquarters.headquarters, db, centre))) > 0);
}

async function followAll(): Promise<void> {
  await follow();
  while (await countEarlierDates(headquarters.headquarters, centre));
}

const free = () => within((db) => freeSlots(db, { after: testMoment }));
const freeOn = async (day: PlainDate) => (await free()).filter((slot) => slot.day === day);
const bookAt = (slotIds: readonly string[]) =>
  bookOnline(headquarters.headquarters, centre, {
    details: aPerson(),
    slotIds,
    mayMail: false,
    actor: 'citizen',
  });

function bookAtDesk(givenName: string): void {
  const details = aPerson({ givenName });
  const { personId } = must(registerPerson(desk.station, 'operator', { details, source: 'desk' }));
  const startsAt = instantAt(first, '09:00', 'Europe/Berlin');
  const date = { plannedDose: 1, lane: idOf<LaneId>('A'), startsAt };
  must(bookDates(desk.station, 'operator', { personId, source: 'desk', dates: [date] }));
}

test('what the desk gave away before the first share is counted some people at a time, and nothing is offered before', async () => {
  openLanes(second, 30);
  for (let person = 0; person < 25; person += 1) bookAtDesk(`Otto${'abcdefghijklmnopqrstuvwxyz'[person]}`);
  await follow();
  share(100);
  await follow();
  const counted = async () =>
    (await within((db) => db.selectFrom('desk_date').select('person_id').execute())).length;
  expect([await counted(), await free()]).toEqual([0, []]);
  expect(await countEarlierDates(headquarters.headquarters, centre)).toBe(true);
  expect([await counted(), await free()]).toEqual([20, []]);
  // Whoever is booked while that goes on is counted, too.
  bookAtDesk('Zita');
  await follow();
  expect(await free()).toEqual([]);
  await followAll();
  expect(await counted()).toBe(26);
  expect((await freeOn(first)).map((slot) => slot.free)).toEqual([4]);
  expect((await freeOn(second)).map((slot) => slot.free)).toEqual([30]);
}, 60_000);

test('days that are over are counted no more, and by a clock that jumped none of those to come is left out', async () => {
  openLanes(second, 2);
  share(100);
  await followAll();
  bookAtDesk('Otto');
  [headquarters.clock.now, isTrusted] = [addMinutes(testMoment, 400 * 1_440), false];
  try {
    await follow();
    expect((await freeOn(first)).map((slot) => slot.free)).toEqual([1]);
    share(0);
    await follow();
    expect(await freeOn(first)).toEqual([]);
    isTrusted = true;
    bookAtDesk('Paul');
    await follow();
    const counted = await within((db) => db.selectFrom('desk_date').select('person_id').execute());
    expect(counted).toHaveLength(1);
  } finally {
    [headquarters.clock.now, isTrusted] = [testMoment, true];
  }
}, 60_000);

test('days that an operator had opened and that are withdrawn demand no second date', async () => {
  const hours = { from: '09:00', to: '09:10', minutes: 10, capacity: 5 };
  await openOnlineDay(headquarters.headquarters, centre.id, { day: '2026-12-31', ...hours });
  openLanes(addDays(first, 14), 2);
  share(100);
  await followAll();
  const [slot] = await freeOn(first);
  const chosen = { slotIds: [slot?.slotId ?? ''], birthDate: undefined };
  const page = await choosePage(headquarters.headquarters, centre, chosen, 'de');
  expect(page).toContain('name="familyName"');
  expect(await bookAt(chosen.slotIds)).toMatchObject({ ok: true });
}, 60_000);

test('two who choose the last place of one lane at once both get one while another lane is free at that time', async () => {
  openLanes(second, 1, 1);
  share(100);
  await followAll();
  const [slot] = await freeOn(first);
  const [later] = await freeOn(second);
  const ids = [slot?.slotId ?? '', later?.slotId ?? ''];
  const three = await Promise.all([bookAt(ids), bookAt(ids), bookAt(ids)]);
  expect(three.map((one) => (one.ok ? 'booked' : one.refusal)).toSorted()).toEqual([
    'booked',
    'booked',
    'slot-full',
  ]);
  expect(await free()).toEqual((await free()).filter(({ day }) => day !== first && day !== second));
  await follow();
  const winners = three.flatMap((one) => (one.ok ? [one.value.personId] : []));
  const lanes = await desk.pullUntil('both bookings', () => {
    const dates = winners.flatMap((personId) => appointmentsOf(desk.station.db, personId));
    return dates.length === 4 ? dates.map(({ lane }) => lane).toSorted() : undefined;
  });
  expect(lanes).toEqual(['A', 'A', 'B', 'B']);
}, 60_000);
