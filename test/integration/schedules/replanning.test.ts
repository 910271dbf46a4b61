import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { closeSlots } from '../../../main/commands/appointments/close-slots.ts';
import { recordConsent } from '../../../main/commands/people/record-consent.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { dueItems } from '../../../main/store/outbox/outbox.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { asking } from '../../support/asking.ts';
import { bookedDates, campaign, stricter, threeWeeksApart } from '../../support/replanned-centre.ts';
import { openSlotCentre, slot, slotDay } from '../../support/slot-centre.ts';
import { must, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
const doctor = asking(() => opened.station, { actor: 'staff:doctor', roles: ['screening-doctor'] });
beforeEach(async () => {
  opened = await openSlotCentre();
});
afterEach(() => opened.close());

/** A day on which nobody is too near to be told. */
const first = addDays(slotDay, 2);
const someone = (clock = '09:00', details?: object) => threeWeeksApart(opened.station, first, clock, details);
const affected = () => doctor.valueOf('schedules.affected-dates', { book: stricter.book });
const datesOf = (personId: PersonId) => bookedDates(opened.station, personId);
async function confirm(dates: 'move' | 'stay' = 'move') {
  expect(await doctor.act('schedules.activate', { ...stricter, dates })).toMatchObject({ ok: true });
  await opened.station.replannings.done();
}
const progress = async () => {
  const { schedules } = await doctor.valueOf('schedules.list', {});
  return schedules.find(({ book }) => book === stricter.book)?.replanning;
};
const messages = () =>
  dueItems(opened.station.db, 'mail', opened.station.now(), 1_000).filter(
    ({ payload }) => payload.message === 'appointment-moved',
  );
const moves = () =>
  opened.station.db.all<{ actor: string }>(`SELECT actor FROM event WHERE type = 'AppointmentMoved'`);

describe('given a second date three weeks after the first, when four weeks are confirmed', () => {
  test('then before it is said which date would be moved to which free slot, and nothing is done yet', async () => {
    const personId = someone();
    expect(await affected()).toMatchObject({
      dates: 2,
      affected: 1,
      movable: 1,
      shown: [
        {
          plannedDose: 2,
          reason: { de: 'Zu früh: frühestens am 24.12.2026.' },
          plan: { kind: 'move', startsAt: '2026-12-24T08:00:00.000Z' },
        },
      ],
    });
    expect(datesOf(personId)).toEqual(['2026-11-26 09:00', '2026-12-17 09:00']);
  });

  test('then it is moved to that slot by whoever confirmed it, the person is told once and the pass follows', async () => {
    const personId = someone();
    const { station } = opened;
    await confirm();
    expect(datesOf(personId)).toEqual(['2026-11-26 09:00', '2026-12-24 09:00']);
    expect(moves()).toEqual([{ actor: 'staff:doctor' }]);
    expect(messages()).toHaveLength(1);
    const updated = station.db.all<{ type: string }>(`SELECT type FROM event WHERE type = 'PassUpdated'`);
    expect(updated).toHaveLength(1);
    expect(await affected()).toMatchObject({ affected: 0, movable: 0 });
    expect(await progress()).toMatchObject({ moved: 1, people: 1, left: 0, endedAt: station.now() });
  });

  test('then nothing moves where it is confirmed without moving, and the event says so', async () => {
    const personId = someone();
    await confirm('stay');
    expect(datesOf(personId)).toEqual(['2026-11-26 09:00', '2026-12-17 09:00']);
    expect(await progress()).toBeUndefined();
    expect(await affected()).toMatchObject({ affected: 1, movable: 1 });
  });

  test('then it is moved to the same time of day where that is free, else to the nearest', async () => {
    const [anna, berta] = [someone('09:00'), someone('09:10')];
    await confirm();
    expect(datesOf(anna)[1]).toBe('2026-12-24 09:00');
    expect(datesOf(berta)[1]).toBe('2026-12-24 09:10');
  });

  test('then nobody is moved to a closed day, nor to a slot that is taken', async () => {
    const { station } = opened;
    must(closeSlots(station, 'operator', { day: '2026-12-24' as PlainDate, reason: 'staff' }));
    // Their first dates are on the 25th, and stay.
    for (const clock of ['09:00', '09:10']) threeWeeksApart(station, addDays(first, 29), clock);
    const anna = someone();
    const { shown } = await affected();
    const plans = shown.map(({ plan }) => plan.kind === 'move' && plan.startsAt);
    expect(new Set(plans).size).toBe(plans.length);
    await confirm();
    expect(datesOf(anna)[1]).toBe('2026-12-26 09:00');
  });

  test('then what a plan showed for many is what is done, no slot beyond its place', async () => {
    const people = Array.from({ length: 12 }, (_, at) =>
      threeWeeksApart(opened.station, addDays(first, Math.floor(at / 2)), at % 2 ? '09:10' : '09:00'),
    );
    const { movable, shown } = await affected();
    expect(movable).toBe(12);
    const planned = new Map(
      shown.map(({ personId, plan }) => [personId, plan.kind === 'move' && plan.startsAt]),
    );
    await confirm();
    const taken = opened.station.db.all<{ count: number; person_id: PersonId; starts_at: Instant }>(
      `SELECT count(*) AS count, person_id, starts_at FROM appointment WHERE status = 'booked' AND planned_dose = 2
        GROUP BY lane, starts_at`,
    );
    expect(taken.filter(({ count }) => count > 1)).toEqual([]);
    for (const { person_id, starts_at } of taken) expect(starts_at).toBe(planned.get(person_id));
    expect(people.map((personId) => datesOf(personId).length)).toEqual(people.map(() => 2));
    expect(await progress()).toMatchObject({ moved: 12 });
  });
});

describe('on the call list, with the reason, stay dates', () => {
  const why = async () => {
    const { shown } = await affected();
    return shown.map(({ plan }) => plan.kind === 'call' && plan.why.de);
  };
  async function staysWith(sentence: RegExp) {
    expect(await affected()).toMatchObject({ affected: 1, movable: 0 });
    expect((await why())[0]).toMatch(sentence);
    await confirm();
    expect(moves()).toEqual([]);
    expect(messages()).toEqual([]);
    expect(await affected()).toMatchObject({ affected: 1, movable: 0 });
  }

  test('given nobody can be told', async () => {
    someone('09:00', {});
    await staysWith(/nicht benachrichtigt/);
  });

  test('given an address without consent to messages; with it they are moved', async () => {
    const personId = someone('09:00', { email: 'anna@example.invalid' });
    expect((await why())[0]).toMatch(/nicht benachrichtigt/);
    must(recordConsent(opened.station, 'operator', { personId, channel: 'email', isGiven: true }));
    await confirm();
    expect(datesOf(personId)[1]).toBe('2026-12-24 09:00');
  });

  test('given the record is restricted: not even named to whoever may not see it', async () => {
    const personId = someone();
    must(restrictPerson(opened.station, 'operator', { personId, why: 'objection' }));
    expect(await affected()).toMatchObject({ affected: 1, movable: 0, notNamed: 1, shown: [] });
    await confirm();
    expect(datesOf(personId)[1]).toBe('2026-12-17 09:00');
  });

  test.each([
    ['today', 0],
    ['tomorrow', 1],
  ])('given the date is %s', async (_, days) => {
    const { station, clock } = opened;
    const personId = someone();
    clock.now = slot(first, '09:00').startsAt;
    const overrides = ['not-checked-in' as const];
    const dose = {
      personId,
      lot: 'LOT-1',
      site: 'left-upper-arm' as const,
      consent: 'oral' as const,
      overrides,
    };
    must(recordDose(station, 'operator', { ...dose, seenProductId: productActiveUnasked }));
    clock.now = slot(addDays(first, 21 - days), '07:00').startsAt;
    await staysWith(/heute oder morgen/);
  });

  test('given no place is free on the days that fit', async () => {
    const { station } = opened;
    for (let day = addDays(first, 22); day <= addDays(slotDay, 60); day = addDays(day, 1))
      must(closeSlots(station, 'operator', { day, reason: 'staff' }));
    someone();
    await staysWith(/kein Platz frei/);
  });

  test('given only the year of birth is known', async () => {
    someone('09:00', { birthDate: '1964', phone: '0151 23456789' });
    await confirm();
    expect(moves()).toEqual([]);
    expect(await why()).toEqual([
      expect.stringMatching(/nicht prüfen/),
      expect.stringMatching(/nicht prüfen/),
    ]);
  });
});

test('given somebody is checked in today, then their visit stays and only the next date is moved', async () => {
  const { station, clock } = opened;
  const personId = someone();
  clock.now = slot(first, '09:00').startsAt;
  const appointmentId = appointmentsOf(station.db, personId)[0]?.appointment_id;
  must(checkIn(station, 'operator', { personId, appointmentId, via: 'search', overrides: [] }));
  await confirm();
  expect(datesOf(personId)).toEqual(['2026-12-24 09:00']);
  const visited = station.db.first<{ starts_at: string }>(
    `SELECT starts_at FROM appointment WHERE status = 'checked-in'`,
  );
  expect(visited?.starts_at).toBe(slot(first, '09:00').startsAt);
});

test('given another version is confirmed while dates are moved, then the first stops and none is moved twice', async () => {
  for (let at = 0; at < 10; at++)
    threeWeeksApart(opened.station, addDays(first, Math.floor(at / 2)), at % 2 ? '09:10' : '09:00');
  await doctor.act('schedules.activate', { ...stricter, dates: 'move' });
  await doctor.act('schedules.activate', { ...campaign, dates: 'stay' });
  await opened.station.replannings.done();
  expect(moves().length).toBeLessThan(10);
  expect(messages()).toHaveLength(moves().length);
  expect(opened.station.replannings.fault()).toBeUndefined();
});

test('a stop in between goes on at the next start, and every date is moved once', async () => {
  const people = Array.from({ length: 30 }, (_, at) =>
    threeWeeksApart(opened.station, addDays(first, Math.floor(at / 2)), at % 2 ? '09:10' : '09:00'),
  );
  expect(people).toHaveLength(30);
  await doctor.act('schedules.activate', { ...stricter, dates: 'move' });
  await opened.station.replannings.stop();
  expect(moves().length).toBeLessThan(30);
  opened.station.replannings.start();
  await opened.station.replannings.done();
  expect(moves()).toHaveLength(30);
  expect(messages()).toHaveLength(30);
  expect(await affected()).toMatchObject({ affected: 0 });
});

test('given moves of a schedule, when it is confirmed again without moving, then they end and are told no more', async () => {
  const people = Array.from({ length: 12 }, (_, at) =>
    threeWeeksApart(opened.station, addDays(first, at), '09:00'),
  );
  expect(people).toHaveLength(12);
  await doctor.act('schedules.activate', { ...stricter, dates: 'move' });
  await opened.station.replannings.stop();
  const moved = moves().length;
  expect(moved).toBeLessThan(12);
  expect(await progress()).toBeDefined();
  expect((await doctor.act('schedules.activate', campaign)).ok).toBe(true);
  expect((await doctor.act('schedules.activate', { ...stricter, dates: 'stay' })).ok).toBe(true);
  opened.station.replannings.start();
  await opened.station.replannings.done();
  expect(await progress()).toBeUndefined();
  expect(moves()).toHaveLength(moved);
});
