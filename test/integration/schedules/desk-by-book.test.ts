import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantAt } from '../../../domain/kernel/instant.ts';
import { addDays, type BirthDate, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { joinStandby } from '../../../main/commands/appointments/join-standby.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { activateProduct } from '../../../main/commands/products/activate-product.ts';
import { evaluateChoice } from '../../../main/commands/scanning/evaluate-scan.ts';
import { activateSchedule } from '../../../main/commands/schedules/activate-schedule.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { datesOfPerson } from '../../../main/queries/appointments/dates-of-person.ts';
import { personCard } from '../../../main/queries/people/person-card.ts';
import { aPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

const [comirnaty, mmr, tbe, hepatitisB] = ['comirnaty', 'm-m-rvaxpro', 'fsme-immun', 'hbvaxpro-10'].map(
  (id) => idOf<ProductId>(id),
) as [ProductId, ProductId, ProductId, ProductId];
const today = '2026-11-23' as PlainDate;
let open: TestStation;

beforeEach(async () => {
  open = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => open.close());

const confirm = (book: string) =>
  must(activateSchedule(open.station, 'operator', { book, version: '2026-01' }));
const offer = (productId: ProductId) => must(activateProduct(open.station, 'operator', { productId }));

function somebody(birthDate = '1964-08-12'): PersonId {
  const details = aPerson({ birthDate: birthDate as BirthDate });
  return must(registerPerson(open.station, 'operator', { details, source: 'desk' })).personId;
}

function book(personId: PersonId, productId: ProductId, day: PlainDate, plannedDose: number) {
  const startsAt = instantAt(day, '10:00', open.station.settings.timeZone);
  const dates = [{ plannedDose, startsAt }];
  return bookDates(open.station, 'operator', { personId, productId, source: 'desk', dates });
}

function vaccinate(personId: PersonId, seenProductId = comirnaty) {
  const overrides = ['not-checked-in' as const];
  const dose = {
    personId,
    lot: 'LOT-1',
    site: 'left-upper-arm' as const,
    consent: 'oral' as const,
    overrides,
    seenProductId,
  };
  return recordDose(open.station, 'operator', dose);
}

function daysLater(count: number) {
  open.clock.now = instantAt(addDays(today, count), '10:00', open.station.settings.timeZone);
}

describe('given a centre whose doctor confirmed COVID-19 as it is now', () => {
  beforeEach(() => confirm('de-covid-19'));

  test('when a dose beyond the series is booked, then it is refused until the schedule asks for it', () => {
    const personId = somebody();
    expect(book(personId, comirnaty, addDays(today, 60), 9)).toMatchObject({
      refusal: { reason: 'dose-not-planned' },
    });
    expect(book(personId, comirnaty, addDays(today, 60), 4)).toMatchObject({
      refusal: { reason: 'dose-not-planned' },
    });
    must(book(personId, comirnaty, addDays(today, 1), 1));
    must(book(personId, comirnaty, addDays(today, 40), 2));
    must(book(personId, comirnaty, addDays(today, 300), 3));
  });

  test('when the first dose was given, then the second is due after four weeks and not after three', () => {
    const personId = somebody();
    must(vaccinate(personId));
    const card = personCard(open.station, personId);
    expect(card?.window).toMatchObject({ dose: 2, earliest: '2026-12-21' });
    expect(card?.stands?.de).toBe('Dosis 2 ab 21.12.2026.');
    expect(book(personId, comirnaty, addDays(today, 24), 2)).toMatchObject({
      refusal: { reason: 'interval-too-short', details: { dose: 2, earliest: '2026-12-21' } },
    });
    must(book(personId, comirnaty, addDays(today, 28), 2));
  });

  test('when they come after 24 days, then it is too early, and nobody gives it alone', () => {
    const personId = somebody();
    must(vaccinate(personId));
    daysLater(24);
    expect(evaluateChoice(open.station, personId).decision.reason).toBe('too-early');
    expect(vaccinate(personId)).toMatchObject({ refusal: 'too-early' });
  });

  test('when two doses were given, then a third is missing after six months, as the schedule says', () => {
    const personId = somebody();
    must(vaccinate(personId));
    daysLater(28);
    must(vaccinate(personId));
    expect(personCard(open.station, personId)).toMatchObject({
      window: { dose: 3, earliest: '2027-06-21' },
      nextAction: 'none',
    });
    expect(datesOfPerson(open.station, personId)?.openDoses).toEqual([3]);
    const [fromDay, toDay] = ['2027-06-21', '2027-06-25'] as [PlainDate, PlainDate];
    must(joinStandby(open.station, 'operator', { personId, fromDay, toDay, reach: 'here' }));
  });

  test('when the birth date is not wholly known, then the plain schedule is gone by', () => {
    const personId = somebody('1964');
    must(vaccinate(personId));
    const card = personCard(open.station, personId);
    expect([card?.window?.earliest, card?.stands]).toEqual(['2026-12-14', undefined]);
  });
});

test('given nothing was confirmed, then everything is as the plain schedule says', () => {
  const personId = somebody();
  must(vaccinate(personId));
  expect(personCard(open.station, personId)?.window).toMatchObject({ dose: 2, earliest: '2026-12-14' });
});

test('given MMR was confirmed, when somebody born in 1965 comes, then they are shown as immune', () => {
  offer(mmr);
  confirm('de-mmr');
  const personId = somebody('1965-03-01');
  const wish = { personId, productId: mmr, fromDay: today, toDay: today, reach: 'here' as const };
  expect(joinStandby(open.station, 'operator', wish)).toMatchObject({ refusal: 'series-complete' });
  must(book(personId, mmr, today, 1));
  const { decision, card } = evaluateChoice(open.station, personId);
  expect(decision).toMatchObject({ reason: 'series-complete', action: 'show-person' });
  expect(decision.sentence.de).toBe('M-M-RVAXPRO: Gilt als immun: keine Impfung nötig.');
  expect(card?.nextAction).toBe('none');
});

test.each([
  ['de-covid-19-campaign', comirnaty, 21],
  ['de-covid-19', comirnaty, 28],
  ['de-tbe', tbe, 14],
  ['de-hepatitis-b', hepatitisB, 28],
] as const)(
  'given %s was confirmed, then no second date is booked before its minimum interval, on whatever days',
  async (name, productId, least) => {
    if (productId !== comirnaty) offer(productId);
    const version = name === 'de-covid-19-campaign' ? '2021-06' : '2026-01';
    must(activateSchedule(open.station, 'operator', { book: name, version }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 200 }), (first, gap) => {
        const personId = somebody();
        must(book(personId, productId, addDays(today, first), 1));
        const booked = book(personId, productId, addDays(today, first + gap), 2);
        if (booked.ok) expect(gap).toBeGreaterThanOrEqual(least);
        else expect(booked.refusal.reason).toMatch(/^interval-/);
      }),
      { numRuns: 40 },
    );
  },
);
