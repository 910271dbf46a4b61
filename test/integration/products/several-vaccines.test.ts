import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type LaneId, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import { type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays, type BirthDate } from '../../../domain/kernel/plain-date.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { activateProduct, deactivateProduct } from '../../../main/commands/products/activate-product.ts';
import { evaluateChoice } from '../../../main/commands/scanning/evaluate-scan.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { datesOfPerson } from '../../../main/queries/appointments/dates-of-person.ts';
import { dayList } from '../../../main/queries/appointments/day-list.ts';
import { dayPlaces, proposeDates } from '../../../main/queries/appointments/propose-dates.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import { personCard } from '../../../main/queries/people/person-card.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { aPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

const [comirnaty, imvanex] = ['comirnaty', 'imvanex'].map((id) => idOf<ProductId>(id)) as [
  ProductId,
  ProductId,
];
const start = '2026-11-23T09:00:00.000Z' as Instant;
let open: TestStation;

beforeEach(async () => {
  open = await openTestStation(undefined, start);
  must(activateProduct(open.station, 'operator', { productId: imvanex }));
});
afterEach(() => open.close());

function somebody(more: Parameters<typeof aPerson>[0] = {}): PersonId {
  return must(registerPerson(open.station, 'operator', { details: aPerson(more), source: 'desk' })).personId;
}

function book(personId: PersonId, productId: ProductId, startsAt = start, plannedDose = 1) {
  const dates = [{ plannedDose, startsAt }];
  return must(bookDates(open.station, 'operator', { personId, productId, source: 'desk', dates }));
}

function vaccinate(personId: PersonId, more: { productCode?: string; lot?: string } = {}) {
  return recordDose(open.station, 'operator', {
    personId,
    lot: 'LOT-1',
    site: 'left-upper-arm',
    consent: 'oral',
    overrides: ['not-checked-in'],
    ...more,
  });
}

describe('a centre that gives two vaccines', () => {
  test('counts the doses of each for themselves, goes from one date to the next, and says which', () => {
    const { station } = open;
    const personId = somebody();
    book(personId, comirnaty);
    book(personId, imvanex);
    expect(evaluateChoice(station, personId).decision.sentence.de).toContain('1.\u00a0Dosis Comirnaty');
    const [first] = must({ ok: true, value: datesOfPerson(station, personId)?.dates ?? [] });
    must(
      checkIn(station, 'operator', {
        personId,
        via: 'search',
        overrides: [],
        ...(first ? { appointmentId: first.appointmentId } : {}),
      }),
    );
    must(vaccinate(personId));
    const card = personCard(station, personId);
    expect(card).toMatchObject({ vaccine: 'Imvanex', nextAction: 'record-dose', warnings: [] });
    expect(card?.doses[0]).toMatchObject({ isOtherSeries: true, ordinal: 1 });
    must(vaccinate(personId));
    expect(
      personCard(station, personId)?.doses.map(({ productName, ordinal }) => [productName, ordinal]),
    ).toEqual([
      ['Comirnaty', 1],
      ['Imvanex', 1],
    ]);
    expect(
      dayList(station, plainDateAt(start, station.settings.timeZone)).entries.map(({ vaccine }) => vaccine),
    ).toEqual(['Comirnaty', 'Imvanex']);
    expect(personCard(station, personId)?.appointments.map(({ status }) => status)).toEqual([
      'attended',
      'attended',
    ]);
  });

  test('the pass shows the series of the next date and lists the other on its back', () => {
    const { station } = open;
    const personId = somebody();
    const [appointmentId] = book(personId, comirnaty).appointmentIds;
    if (!appointmentId) throw new Error('nothing was booked');
    must(checkIn(station, 'operator', { personId, appointmentId, via: 'search', overrides: [] }));
    must(vaccinate(personId));
    const doseCount = () => personCard(station, personId)?.pass?.doseCount;
    expect(doseCount()).toBe(1);
    book(personId, imvanex, '2026-12-14T09:00:00.000Z' as Instant);
    expect(doseCount()).toBe(0);
    const pass = passOf(station.db, personId);
    expect(pass && passFacts(station, pass)).toMatchObject({
      product: { name: 'Imvanex' },
      doses: [],
      others: [{ name: 'Comirnaty', doses: [{ ordinal: 1 }] }],
    });
  });

  test('books into lanes of the vaccine alone', () => {
    const { station } = open;
    const day = addDays(plainDateAt(start, station.settings.timeZone), 1);
    for (const [productId, lane] of [
      [comirnaty, 'A'],
      [imvanex, 'B'],
    ] as const) {
      const template = { name: lane, weekdays: [1, 2, 3, 4, 5, 6, 7], slotMinutes: 30 };
      const hours = [{ from: '09:00', to: '10:00' }];
      const lanes = [{ lane: idOf<LaneId>(lane), capacity: 1 }];
      const { templateId } = must(
        saveTemplate(station, 'operator', { ...template, hours, lanes, productId }),
      );
      must(openDays(station, 'operator', { templateId, from: day, to: day }));
    }
    expect(dayPlaces(station, day, imvanex).places.map(({ lane }) => lane)).toEqual(['B', 'B']);
    const personId = somebody();
    const proposed = must(proposeDates(station, personId, day, [], imvanex)).dates[0];
    expect(proposed?.place?.lane).toBe('B');
    const dates = [
      { plannedDose: 1, lane: idOf<LaneId>('A'), startsAt: proposed?.place?.startsAt as Instant },
    ];
    expect(
      bookDates(station, 'operator', { personId, productId: imvanex, source: 'desk', dates }),
    ).toMatchObject({
      refusal: { reason: 'slot-unknown' },
    });
  });

  test('refuses a vial that is known as another vaccine, and learns one that nobody knew', () => {
    const { station } = open;
    const [one, other] = [somebody(), somebody({ givenName: 'Max' })];
    book(one, comirnaty);
    book(other, imvanex);
    must(vaccinate(one, { productCode: '04150123456782' }));
    expect(vaccinate(other, { productCode: '04150123456782' })).toEqual({
      ok: false,
      refusal: 'vial-of-other-product',
    });
    must(vaccinate(other, { productCode: '04150999999996' }));
    expect(station.db.all('SELECT code, product_id FROM vial_code ORDER BY code')).toEqual([
      { code: '04150123456782', product_id: comirnaty },
      { code: '04150999999996', product_id: imvanex },
    ]);
  });

  test('takes in a walk-in for the vaccine they ask for, beside the date they have for another', () => {
    const { station } = open;
    const personId = somebody();
    book(personId, comirnaty, '2026-12-14T09:00:00.000Z' as Instant);
    must(
      checkIn(station, 'operator', {
        personId,
        productId: imvanex,
        via: 'search',
        overrides: ['no-appointment'],
      }),
    );
    expect(personCard(station, personId)).toMatchObject({ vaccine: 'Imvanex', nextAction: 'record-dose' });
    must(vaccinate(personId));
    expect(
      personCard(station, personId)?.appointments.map(({ vaccine, status }) => [vaccine, status]),
    ).toEqual([
      ['Imvanex', 'attended'],
      ['Comirnaty', 'booked'],
    ]);
  });
});

test('a child is red at the scan of an adult vaccine, and its dose needs a knowing override', () => {
  const { station } = open;
  const personId = somebody({ birthDate: '2018-05-05' as BirthDate });
  book(personId, comirnaty);
  expect(evaluateChoice(station, personId).decision).toMatchObject({ light: 'red', reason: 'too-young' });
  expect(personCard(station, personId)?.warnings).toContain('too-young');
  expect(vaccinate(personId)).toEqual({ ok: false, refusal: 'too-young' });
});

test('a vaccine that is no longer given cannot be booked at the desk, and what was booked stays', () => {
  const { station } = open;
  const [booked, late] = [somebody(), somebody({ givenName: 'Max' })];
  book(booked, imvanex);
  must(deactivateProduct(station, 'operator', { productId: imvanex }));
  const dates = [{ plannedDose: 1, startsAt: start }];
  expect(
    bookDates(station, 'operator', { personId: late, productId: imvanex, source: 'desk', dates }),
  ).toMatchObject({ refusal: { reason: 'product-inactive' } });
  expect(evaluateChoice(station, booked).decision.light).toBe('green');
});
