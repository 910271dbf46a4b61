import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { asking } from '../../support/asking.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

const start = '2026-11-23T09:00:00.000Z' as Instant;
const book = 'de-covid-19-campaign';
const version = '2021-06';
let opened: TestStation;
const doctor = asking(() => opened.station, { actor: 'staff:doctor', roles: ['screening-doctor'] });
const leadWindow = aWindow(() => opened.station, 'lead');

beforeEach(async () => {
  opened = await openTestStation(undefined, start);
});
afterEach(() => opened.close());

const activated = () =>
  opened.station.db.all<{ type: string }>(`SELECT type FROM event WHERE type = 'ScheduleVersionActivated'`);
const shownSchedule = async (name: string) => {
  const { schedules } = await doctor.valueOf('schedules.list', {});
  return schedules.find((schedule) => schedule.book === name);
};

describe('the doctor confirms a schedule before it is used', () => {
  test('given nobody confirmed it, when the doctor does, then the list says since when', async () => {
    expect(await shownSchedule(book)).not.toHaveProperty('confirmedAt');
    expect(await doctor.act('schedules.activate', { book, version })).toMatchObject({ ok: true });
    expect(await shownSchedule(book)).toMatchObject({ confirmedAt: start });
    expect(activated()).toHaveLength(1);
  });

  test('given it is confirmed, when it is confirmed again, then nothing happens and it is said', async () => {
    await doctor.act('schedules.activate', { book, version });
    expect(await doctor.act('schedules.activate', { book, version })).toMatchObject({
      ok: false,
      refusal: { reason: 'schedule-confirmed' },
    });
    expect(activated()).toHaveLength(1);
  });

  test('given two schedules for COVID-19, when the second is confirmed, then it takes the place of the first', async () => {
    await doctor.act('schedules.activate', { book, version });
    await doctor.act('schedules.activate', { book: 'de-covid-19', version: '2026-01' });
    expect(await shownSchedule('de-covid-19')).toHaveProperty('confirmedAt');
    expect(await shownSchedule(book)).toMatchObject({
      confirmedInstead: { title: { de: 'COVID-19' }, version: '2026-01' },
    });
  });

  test('a version that is not the one that was read, or a schedule that does not exist, is refused', async () => {
    for (const [stated, reason] of [
      [{ book, version: '2020-01' }, 'schedule-version-changed'],
      [{ book: 'nowhere', version }, 'schedule-unknown'],
    ] as const)
      expect(await doctor.act('schedules.activate', stated)).toMatchObject({
        ok: false,
        refusal: { reason },
      });
    expect(activated()).toHaveLength(0);
  });

  test('a site lead confirms it with a doctor as the second person, never with another lead', async () => {
    const { station } = opened;
    await leadWindow.signIn(await expectStaff(station, 'Ada Lend', ['site-lead'], '4739'), '4739');
    const other = await expectStaff(station, 'Bo Lend', ['site-lead'], '8264');
    const second = await expectStaff(station, 'Dr. Ida Arzt', ['screening-doctor'], '9317');
    const confirm = (staffId: string, pin: string) =>
      leadWindow.ask('schedules.activate-with-doctor', {
        requestId: crypto.randomUUID(),
        book,
        version,
        secondSignIn: { staffId, pin },
      });
    expect(await confirm(other.staffId, '8264')).toMatchObject({
      ok: false,
      refusal: { reason: 'second-person-not-allowed' },
    });
    expect(await confirm(second.staffId, '9317')).toMatchObject({ ok: true });
    expect(activated()).toHaveLength(1);
  });
});

describe('dates to come that do not fit', () => {
  function booked(personId: PersonId, plannedDose: number, days: number): void {
    const startsAt = addMinutes(start, days * 24 * 60);
    const productId = idOf<ProductId>('comirnaty');
    must(
      bookAppointment(opened.station, 'operator', {
        personId,
        productId,
        plannedDose,
        startsAt,
        source: 'desk',
      }),
    );
  }

  test('given two dates three weeks apart, when four weeks are asked for, then the second is too early and stays as it is', async () => {
    const personId = expectPerson(opened.station, aPerson({ familyName: 'Weiß', phone: '0151 23456789' }));
    booked(personId, 2, 21);
    const affected = () => doctor.valueOf('schedules.affected-dates', { book: 'de-covid-19' });
    const before = await affected();
    expect(before).toMatchObject({
      dates: 2,
      affected: 1,
      notNamed: 0,
      shown: [{ familyName: 'Weiß', contact: '0151 23456789', plannedDose: 2 }],
    });
    expect(before.shown[0]?.reason).toEqual({
      de: 'Zu früh: frühestens am 21.12.2026.',
      en: 'Too early: 21 December 2026 at the earliest.',
    });
    await doctor.act('schedules.activate', { book: 'de-covid-19', version: '2026-01' });
    expect(await affected()).toEqual(before);
  });

  test('given dates that fit, then none is listed', async () => {
    booked(expectPerson(opened.station), 2, 21);
    expect(await doctor.valueOf('schedules.affected-dates', { book })).toMatchObject({
      dates: 2,
      affected: 0,
    });
  });

  test('given only the year of birth is known, then the date is listed as one that cannot be checked', async () => {
    expectPerson(opened.station, aPerson({ birthDate: '1964' as never }));
    const { shown } = await doctor.valueOf('schedules.affected-dates', { book });
    expect(shown[0]?.reason.de).toMatch(/Lässt sich nicht prüfen/);
  });

  test('given a schedule for which the centre has no vaccine, then there is nothing to list', async () => {
    expectPerson(opened.station);
    expect(await doctor.valueOf('schedules.affected-dates', { book: 'de-zoster' })).toEqual({
      dates: 0,
      affected: 0,
      movable: 0,
      notNamed: 0,
      shown: [],
    });
  });
});
