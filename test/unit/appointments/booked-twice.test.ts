import { describe, expect, test } from 'vitest';
import type { AppointmentStatus, PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import {
  decideRelease,
  hasGivenWay,
  isSameByMail,
  mayBeReleased,
  surplusDates,
} from '../../../domain/appointments/booked-twice.ts';
import { type AppointmentId, idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { noDoses } from '../../../domain/vaccination/vaccination.ts';
import { aPerson } from '../../support/test-station.ts';

const today = '2026-11-24' as PlainDate;
const present = { today, now: '2026-11-24T08:00:00.000Z' as Instant };
const noon = { today, now: '2026-11-24T11:00:00.000Z' as Instant };

function date(name: string, day: string, more: Partial<PlannedAppointment> = {}): PlannedAppointment {
  return {
    appointmentId: idOf<AppointmentId>(name),
    productId: idOf<ProductId>('comirnaty'),
    plannedDose: 1,
    startsAt: `${day}T09:00:00.000Z` as Instant,
    day: day as PlainDate,
    durationMinutes: 10,
    status: 'booked',
    ...more,
  };
}

const dates = (...appointments: PlannedAppointment[]) => ({ appointments, visits: [] });
const idsOf = (found: readonly PlannedAppointment[]) => found.map(({ appointmentId }) => appointmentId);

describe('given two records of one person with dates', () => {
  const kept = dates(date('a1', '2026-11-25'), date('a2', '2026-12-20', { plannedDose: 2 }));

  test('all dates of the other for the same vaccination are surplus, earliest first', () => {
    const other = dates(date('b2', '2026-12-21', { plannedDose: 2 }), date('b1', '2026-11-26'));
    expect(idsOf(surplusDates(kept, other, present))).toEqual(['b1', 'b2']);
  });

  test.each<[AppointmentStatus]>([['cancelled'], ['attended'], ['no-show'], ['checked-in'], ['elsewhere']])(
    'a date that is %s is not',
    (status) => {
      expect(surplusDates(kept, dates(date('b1', '2026-11-26', { status })), present)).toEqual([]);
    },
  );

  test('nor is one of a day that is over, or of another vaccination', () => {
    const influenza = { productId: idOf<ProductId>('flucelvax-tetra') };
    const other = dates(date('b1', '2026-11-23'), date('b3', '2026-11-26', influenza));
    expect(surplusDates(kept, other, present)).toEqual([]);
  });

  test('nothing is surplus where the kept record has no date to come', () => {
    const other = dates(date('b1', '2026-11-26'));
    for (const record of [
      dates(),
      dates(date('a1', '2026-11-23')),
      dates(date('a1', '2026-11-25', { status: 'cancelled' })),
    ])
      expect(surplusDates(record, other, present)).toEqual([]);
  });

  test('whoever stands at the desk for their date of today keeps it', () => {
    const here = dates(date('a1', today, { status: 'checked-in' }));
    expect(idsOf(surplusDates(here, dates(date('b1', '2026-11-26')), present))).toEqual(['b1']);
  });

  test('a date whose time of today went by is none that stays, and none that is given up', () => {
    const missed = dates(date('a1', today));
    const tomorrow = dates(date('b1', '2026-11-25'));
    expect(surplusDates(missed, tomorrow, noon)).toEqual([]);
    expect(surplusDates(tomorrow, missed, noon)).toEqual([]);
    expect(idsOf(surplusDates(missed, tomorrow, present))).toEqual(['b1']);
    const running = { today, now: '2026-11-24T09:09:00.000Z' as Instant };
    expect(idsOf(surplusDates(missed, tomorrow, running))).toEqual(['b1']);
  });

  test('dates have given way once they are cancelled and none of that course is left, whatever is of another', () => {
    const ended = date('b1', '2026-11-26', { status: 'cancelled' });
    const influenza = date('b3', '2026-11-26', { productId: idOf<ProductId>('flucelvax-tetra') });
    expect(hasGivenWay(kept, dates(ended, influenza), present)).toBe(true);
    for (const other of [dates(), dates(influenza), dates(ended, date('b2', '2026-12-21'))])
      expect(hasGivenWay(kept, other, present)).toBe(false);
    expect(hasGivenWay(dates(date('a1', today)), dates(ended), noon)).toBe(false);
  });

  test('exactly what was seen is released, and nothing when it changed meanwhile', () => {
    const surplus = [date('b1', '2026-11-26'), date('b2', '2026-12-21')];
    const [first, second] = idsOf(surplus) as [AppointmentId, AppointmentId];
    expect(decideRelease(surplus, [second, first])).toMatchObject({ ok: true });
    for (const seen of [[], [first], [first, first], [first, second, idOf<AppointmentId>('b3')]])
      expect(decideRelease(surplus, seen)).toEqual({ ok: false, refusal: 'dates-changed' });
    expect(decideRelease([], [])).toEqual({ ok: false, refusal: 'dates-changed' });
  });

  test('dates after a dose of their record are not offered for release', () => {
    const surplus = [date('b2', '2026-12-21', { plannedDose: 2 })];
    expect(mayBeReleased(surplus, noDoses)).toBe(true);
    expect(mayBeReleased([], noDoses)).toBe(false);
    const given = { productId: idOf<ProductId>('comirnaty'), givenOn: '2026-11-24', isVoided: false };
    const withDose = (more: object) => ({ ...noDoses, doses: [{ ...given, ...more }] }) as never;
    expect(mayBeReleased(surplus, withDose({}))).toBe(false);
    expect(mayBeReleased(surplus, withDose({ isVoided: true }))).toBe(true);
  });
});

describe('the mail address that says of two records that they are one', () => {
  const one = aPerson({ email: 'erika@example.invalid' });
  test.each([
    ['is the same in capitals and with spaces', { email: ' Erika@Example.invalid ' }, true],
    ['is another one', { email: 'other@example.invalid' }, false],
    ['is missing', { email: undefined }, false],
    ['is that of a family, with another name', { email: 'erika@example.invalid', givenName: 'Max' }, false],
    [
      'is that of a family, with another birth date',
      { email: 'erika@example.invalid', birthDate: '1990-01-01' },
      false,
    ],
  ])('%s', (_what, more, isSame) => {
    expect(isSameByMail(one, aPerson(more as never))).toBe(isSame);
  });

  test('says nothing where neither has one', () => {
    expect(isSameByMail(aPerson({ email: undefined }), aPerson({ email: undefined }))).toBe(false);
  });
});
