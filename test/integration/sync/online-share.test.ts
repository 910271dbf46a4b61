import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type LaneId } from '../../../domain/kernel/ids.ts';
import { instantAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { type Booked, bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { cancelOnline } from '../../../headquarters/features/booking/change-booking.ts';
import { keepDates } from '../../../headquarters/features/booking/keep-dates.ts';
import { openOnlineDay } from '../../../headquarters/features/booking/open-online-day.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { closeSlots } from '../../../main/commands/appointments/close-slots.ts';
import { joinStandby } from '../../../main/commands/appointments/join-standby.ts';
import { offerFreePlaces } from '../../../main/commands/appointments/offer-free-places.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { setOnlineShare } from '../../../main/commands/appointments/set-online-share.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { onlineShareOf } from '../../../main/histories/online-share.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { takenPlaces } from '../../../main/store/tables/appointments/slots.ts';
import { openOffers } from '../../../main/store/tables/appointments/standby.ts';
import { aHeadquartersWithPasses } from '../../support/connected-centre.ts';
import type { TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';
import { aPerson, must, openTestStation } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

const [first, second] = ['2026-11-30', '2026-12-21'] as const as readonly [PlainDate, PlainDate];
const laneA = idOf<LaneId>('A');
let headquarters: TestHeadquarters;
let desk: JoinedStation;
let centre: Centre;
let centres = 0;

beforeAll(async () => {
  headquarters = await aHeadquartersWithPasses();
}, 120_000);
afterAll(() => headquarters?.close());
beforeEach(async () => {
  centres += 1;
  const id = await aCentre(headquarters, `anteil-${centres}`);
  desk = await aJoinedStation(headquarters, id);
  centre = (await centreOf(headquarters.headquarters.databases.app, id)) as Centre;
}, 60_000);
afterEach(() => desk.close());

/** Two slots a day in these lanes. */
function openLanes(...capacities: readonly number[]): void {
  const { templateId } = must(
    saveTemplate(desk.station, 'operator', {
      name: 'Werktag',
      weekdays: [1],
      hours: [{ from: '09:00', to: '09:20' }],
      slotMinutes: 10,
      lanes: capacities.map((capacity, index) => ({ lane: idOf<LaneId>('ABC'[index] ?? ''), capacity })),
    }),
  );
  must(openDays(desk.station, 'operator', { templateId, from: first, to: addDays(first, 27) }));
}

const share = (onlinePercent: number, walkInPercent = 0) =>
  setOnlineShare(desk.station, 'operator', { onlinePercent, walkInPercent });

const free = () =>
  inCentre(headquarters.headquarters.databases.app, centre.id, (db) =>
    freeSlots(db, { after: headquarters.clock.now }),
  );
/** Free places of each slot of a day, in order. */
const freeOn = async (day: PlainDate) =>
  (await free()).filter((slot) => slot.day === day).map((slot) => slot.free);
const untilFree = (day: PlainDate, places: readonly number[]) =>
  untilSo(async () => JSON.stringify(await freeOn(day)) === JSON.stringify(places));

async function book(at = 0): Promise<Awaited<ReturnType<typeof bookOnline>>> {
  const slots = await free();
  const idOn = (day: PlainDate, index: number) =>
    slots.filter((slot) => slot.day === day)[index]?.slotId ?? 'none';
  return bookAt([idOn(first, at), idOn(second, 0)]);
}
const bookAt = (slotIds: readonly string[]) =>
  bookOnline(headquarters.headquarters, centre, {
    details: aPerson(),
    slotIds,
    mayMail: false,
    actor: 'citizen',
  });

/** Somebody whom the desk books in that slot. */
async function bookAtDesk(clock: string, name = 'Otto') {
  const { personId } = must(
    registerPerson(desk.station, 'operator', { details: aPerson({ givenName: name }), source: 'desk' }),
  );
  const startsAt = instantAt(first, clock, 'Europe/Berlin');
  const booked = bookDates(desk.station, 'operator', {
    personId,
    source: 'desk',
    dates: [{ plannedDose: 1, lane: laneA, startsAt }],
  });
  await desk.push();
  return booked;
}

const known = ({ personId }: Booked) =>
  desk.pullUntil('the booking', () => {
    const dates = appointmentsOf(desk.station.db, personId);
    return dates.length === 2 ? dates : undefined;
  });

describe('given a site lead who says how many places are bookable online', () => {
  test('when a share is set, then headquarters offers exactly that of each slot, and of days that are opened later', async () => {
    must(share(50, 10));
    openLanes(4, 3);
    await desk.push();
    // Of 4 places 2, of 3 places 1: rounded down in each lane, shown as one time.
    await untilFree(first, [3, 3]);
    expect(onlineShareOf(desk.station.db)).toEqual({ onlinePercent: 50, walkInPercent: 10 });
    expect(await freeOn(second)).toEqual([3, 3]);
  }, 60_000);

  test('when two book the last online place at once, then one gets it, and the desk keeps its own places', async () => {
    openLanes(2);
    must(share(50));
    await desk.push();
    await untilFree(first, [1, 1]);
    const slots = await free();
    const [slotId = ''] = slots.filter(({ day }) => day === first).map((slot) => slot.slotId);
    const later = slots.filter(({ day }) => day === second).map((slot) => slot.slotId);
    const both = await Promise.all(later.map((other) => bookAt([slotId, other])));
    expect(both.map((one) => (one.ok ? 'booked' : one.refusal)).toSorted()).toEqual(['booked', 'slot-full']);
    expect(await freeOn(first)).toEqual([1]);
    const winner = both.flatMap((one) => (one.ok ? [one.value] : []))[0] as Booked;
    const [date] = await known(winner);
    expect(date).toMatchObject({ lane: 'A', day: first });
    // At the desk the slot has one of two left, and the desk gives it away.
    const startsAt = instantAt(first, '09:00', 'Europe/Berlin');
    expect([...takenPlaces(desk.station.db, first, desk.station.now()).entries()]).toEqual([
      [`${startsAt} A`, 1],
    ]);
    must(await bookAtDesk('09:00'));
    expect(await bookAtDesk('09:00', 'Paul')).toMatchObject({ ok: false, refusal: { reason: 'slot-full' } });
  }, 60_000);

  test('when the desk uses all places of a slot, then none of it is offered online any more', async () => {
    openLanes(2);
    must(share(50));
    await desk.push();
    await untilFree(first, [1, 1]);
    must(await bookAtDesk('09:00', 'Otto'));
    // One of two: the other is still the online one.
    must(await bookAtDesk('09:00', 'Paul'));
    await untilFree(first, [1]);
    expect((await book(1)).ok).toBe(false);
  }, 60_000);

  test('when places are kept for walk-ins, then online takes none of them, though the share would allow it', async () => {
    openLanes(4);
    must(share(50, 50));
    await desk.push();
    await untilFree(first, [2, 2]);
    must(await bookAtDesk('09:00', 'Otto'));
    await untilFree(first, [1, 2]);
    must(await bookAtDesk('09:00', 'Paul'));
    await untilFree(first, [2]);
  }, 60_000);

  test('when the share becomes smaller than what is booked, then nobody loses a date, and no more is offered', async () => {
    openLanes(2);
    must(share(100));
    await desk.push();
    await untilFree(first, [2, 2]);
    const booked = [must(await book()), must(await book())];
    await untilFree(first, [2]);
    must(share(50));
    await desk.push();
    await untilFree(first, [1]);
    for (const one of booked)
      expect((await known(one)).map(({ status }) => status)).toEqual(['booked', 'booked']);
    const [one] = booked as [Booked, Booked];
    const whose = { personId: one.personId, appointmentId: one.appointmentIds[0] as never, actor: 'citizen' };
    expect((await cancelOnline(headquarters.headquarters, centre, whose)).ok).toBe(true);
    // One of two is taken, and one may be: the freed place is the desk's.
    expect(await freeOn(first)).toEqual([1]);
    must(share(0));
    await desk.push();
    await untilFree(first, []);
    expect((await book()).ok).toBe(false);
  }, 60_000);

  test('when the desk closes the lane, then its places are offered no more', async () => {
    openLanes(2);
    must(share(50));
    await desk.push();
    await untilFree(first, [1, 1]);
    must(closeSlots(desk.station, 'operator', { day: first, reason: 'staff' }));
    await desk.push();
    await untilFree(first, []);
    expect(await freeOn(second)).toEqual([1, 1]);
  }, 60_000);

  test('when the desk had given places away before the first share, then they are counted', async () => {
    openLanes(1);
    must(await bookAtDesk('09:00'));
    must(share(100));
    await desk.push();
    await untilFree(first, [1]);
    await untilFree(second, [1, 1]);
  }, 60_000);

  test('when somebody who booked twice keeps the dates of one, then a place of the other is offered to who waits at the desk', async () => {
    openLanes(1);
    must(share(100));
    await desk.push();
    await untilFree(first, [1, 1]);
    const email = `doppelt-${centres}@example.invalid`;
    const bookAs = async (on: PlainDate[]) => {
      const slots = await free();
      const slotIds = on.map((day) => slots.find((slot) => slot.day === day)?.slotId ?? '');
      const wish = { details: aPerson({ email }), slotIds, mayMail: false, actor: 'citizen' };
      return must(await bookOnline(headquarters.headquarters, centre, wish));
    };
    const [earlier, again] = [await bookAs([first, second]), await bookAs([first, second])];
    await known(again);
    const waiting = must(
      registerPerson(desk.station, 'operator', { details: aPerson({ givenName: 'Ute' }), source: 'desk' }),
    );
    must(
      joinStandby(desk.station, 'operator', {
        ...waiting,
        fromDay: first,
        toDay: first,
        lane: laneA,
        reach: 'here',
      }),
    );
    expect(openOffers(desk.station.db)).toEqual([]);
    const choice = { kept: earlier.personId, other: again.personId };
    must(await keepDates(headquarters.headquarters, centre, choice));
    await desk.pullUntil('the end of the other booking', () =>
      appointmentsOf(desk.station.db, again.personId).every(({ status }) => status === 'cancelled')
        ? true
        : undefined,
    );
    offerFreePlaces(desk.station);
    const startsAt = appointmentsOf(desk.station.db, again.personId)[0]?.starts_at;
    expect(openOffers(desk.station.db)).toMatchObject([
      { person_id: waiting.personId, lane: 'A', starts_at: startsAt },
    ]);
  }, 60_000);

  test('then what an operator had opened is offered no more, and no more is opened there', async () => {
    const hours = { from: '12:00', to: '12:20', minutes: 10, capacity: 5 };
    expect(await openOnlineDay(headquarters.headquarters, centre.id, { day: first, ...hours })).toBe(2);
    expect(await freeOn(first)).toEqual([5, 5]);
    openLanes(2);
    await desk.push();
    must(share(50));
    await desk.push();
    await untilFree(first, [1, 1]);
    expect(await openOnlineDay(headquarters.headquarters, centre.id, { day: second, ...hours })).toBe(
      'by-the-centre',
    );
  }, 60_000);

  test('shares that are more than all, or the same again, are refused; so is any of a centre that stands alone', async () => {
    expect(share(60, 41)).toEqual({ ok: false, refusal: 'share-over-all' });
    must(share(60, 40));
    expect(share(60, 40)).toEqual({ ok: false, refusal: 'share-unchanged' });
    const alone = await openTestStation(undefined, headquarters.clock.now, { mode: 'live' });
    const wish = { onlinePercent: 10, walkInPercent: 0 };
    expect(setOnlineShare(alone.station, 'operator', wish)).toEqual({
      ok: false,
      refusal: 'share-not-connected',
    });
    alone.close();
  }, 60_000);
});
