import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AppointmentId,
  type DoseId,
  idOf,
  type PersonId,
  type ProductId,
  type StaffId,
} from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { giveConsent } from '../../../main/commands/consent/give-consent.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { activateProduct, deactivateProduct } from '../../../main/commands/products/activate-product.ts';
import { evaluateChoice } from '../../../main/commands/scanning/evaluate-scan.ts';
import { correctPaperDose, recordPaperDose } from '../../../main/commands/vaccination/paper-dose.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { commit } from '../../../main/commit/commit.ts';
import { datesOfPerson } from '../../../main/queries/appointments/dates-of-person.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import { personCard } from '../../../main/queries/people/person-card.ts';
import { doseReportOf } from '../../../main/queries/records/reports.ts';
import { vaccinationRecord } from '../../../main/queries/records/vaccination-record.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { dosesOf } from '../../../main/store/tables/vaccination/doses.ts';
import { entryWith } from '../../support/dose-entry.ts';
import { aPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

const flu = idOf<ProductId>('flucelvax-tetra');
const october2026 = '2026-10-05T08:00:00.000Z' as Instant;
const october2027 = '2027-10-04T08:00:00.000Z' as Instant;
let open: TestStation;

beforeEach(async () => {
  open = await openTestStation(undefined, october2026);
  must(activateProduct(open.station, 'operator', { productId: flu }));
  must(deactivateProduct(open.station, 'operator', { productId: idOf<ProductId>('comirnaty') }));
});
afterEach(() => open.close());

function somebody(birthDate = '1964-08-12'): PersonId {
  const details = aPerson({ birthDate: birthDate as BirthDate });
  return must(registerPerson(open.station, 'operator', { details, source: 'desk' })).personId;
}

function book(personId: PersonId, startsAt: Instant, plannedDose = 1) {
  const dates = [{ plannedDose, startsAt }];
  return bookDates(open.station, 'operator', { personId, productId: flu, source: 'desk', dates });
}

function takeIn(personId: PersonId) {
  const overrides = ['no-appointment', 'wrong-day', 'series-complete', 'too-early'] as const;
  return must(checkIn(open.station, 'operator', { personId, via: 'search', overrides: [...overrides] }));
}

function vaccinate(personId: PersonId, more: object = {}) {
  const dose = {
    personId,
    lot: 'LOT-1',
    site: 'left-upper-arm' as const,
    consent: 'oral' as const,
    overrides: [],
  };
  return recordDose(open.station, 'operator', { ...dose, ...more });
}

function shownOf(personId: PersonId) {
  const pass = passOf(open.station.db, personId);
  const facts = pass && passFacts(open.station, pass);
  return facts && [facts.product.disease.de, facts.doses.length, facts.plannedDoses];
}

const decisionOn = (personId: PersonId) => evaluateChoice(open.station, personId).decision;

describe('given somebody who got influenza vaccine this season', () => {
  let personId: PersonId;
  beforeEach(() => {
    personId = somebody();
    takeIn(personId);
    must(vaccinate(personId));
  });

  test('then the pass says so for this season, and still does so in the next until something happens', () => {
    expect(shownOf(personId)).toEqual(['Influenza 2026/27', 1, 1]);
    open.clock.now = october2027;
    expect(shownOf(personId)).toEqual(['Influenza 2026/27', 1, 1]);
  });

  test('when a date of the next season is booked, then the pass shows none of one for that season', () => {
    must(book(personId, october2027));
    expect(shownOf(personId)).toEqual(['Influenza 2027/28', 0, 1]);
    expect(personCard(open.station, personId)?.pass?.doseCount).toBe(0);
  });

  test('when they come again in the same season, then a further dose is a grave warning', () => {
    open.clock.now = '2026-12-07T08:00:00.000Z' as Instant;
    expect(decisionOn(personId).reason).toBe('series-complete');
    expect(decisionOn(personId).sentence.de).toContain(
      'für die Saison 2026/27 mit einer Dosis abgeschlossen',
    );
    takeIn(personId);
    const overrides = ['series-complete'] as const;
    expect(vaccinate(personId, { overrides })).toMatchObject({ refusal: 'series-complete' });
    const approval = { reason: 'ärztlich angeordnet', approvedBy: idOf<StaffId>('second') };
    must(vaccinate(personId, { overrides, approval }));
  });

  test('when they come in the next season, then one dose is due, it is the first again, and then all is done', () => {
    open.clock.now = october2027;
    expect(decisionOn(personId)).toMatchObject({ reason: 'no-appointment', action: 'check-in' });
    expect(personCard(open.station, personId)).toMatchObject({ nextAction: 'check-in', warnings: [] });
    expect(datesOfPerson(open.station, personId)?.openDoses).toEqual([1]);
    takeIn(personId);
    must(vaccinate(personId));
    expect(personCard(open.station, personId)?.doses.map(({ ordinal }) => ordinal)).toEqual([1, 1]);
    expect(shownOf(personId)).toEqual(['Influenza 2027/28', 1, 1]);
    const report = must(
      doseReportOf(open.station, { from: '2027-10-04' as PlainDate, to: '2027-10-04' as PlainDate }),
    );
    expect(report).toMatchObject([{ ordinal: 1, doses: 1 }]);
    const record = must(vaccinationRecord(open.station, personId));
    expect(record.doses.map(({ disease, ordinal }) => [disease.de, ordinal])).toEqual([
      ['Influenza 2026/27', 1],
      ['Influenza 2027/28', 1],
    ]);
  });

  test('when nothing is missing this season, then a date of the next one may be booked ahead, and no second this season', () => {
    expect(datesOfPerson(open.station, personId)).toMatchObject({ openDoses: [], isBookable: true });
    expect(book(personId, '2026-11-02T08:00:00.000Z' as Instant)).toMatchObject({
      refusal: { reason: 'dose-already-given' },
    });
    must(book(personId, october2027));
    expect(book(personId, '2027-11-02T08:00:00.000Z' as Instant)).toMatchObject({
      refusal: { reason: 'dose-already-booked' },
    });
  });
});

test('given a date for the next season alone, when they come now, then they are taken in and the date stays', () => {
  const personId = somebody();
  must(book(personId, october2027));
  expect(decisionOn(personId)).toMatchObject({ reason: 'no-appointment', action: 'check-in' });
  expect(decisionOn(personId).sentence.de).toBe(
    'Für die Saison 2026/27 ist kein Termin gebucht, der nächste erst am 04.10.2027.',
  );
  takeIn(personId);
  must(vaccinate(personId));
  const dates = personCard(open.station, personId)?.appointments ?? [];
  expect(dates.map(({ day, status }) => [day, status])).toEqual([
    ['2026-10-05', 'attended'],
    ['2027-10-04', 'booked'],
  ]);
});

test('given a child of eight who never had one, then the season has two doses four weeks apart', () => {
  const personId = somebody('2018-05-01');
  const { visitId } = takeIn(personId);
  const party = { who: 'guardian', name: 'Anna Mustermann', relation: 'parent', isPresent: true } as const;
  const consent = { personId, visitId, seenProductId: flu, form: { kind: 'oral' }, party } as const;
  must(giveConsent(open.station, 'operator', consent));
  must(vaccinate(personId));
  expect(shownOf(personId)).toEqual(['Influenza 2026/27', 1, 2]);
  expect(personCard(open.station, personId)?.window).toMatchObject({ dose: 2, earliest: '2026-11-02' });
  expect(book(personId, '2026-10-26T08:00:00.000Z' as Instant, 2)).toMatchObject({
    refusal: { reason: 'interval-too-short' },
  });
  must(book(personId, '2026-11-02T09:00:00.000Z' as Instant, 2));
});

test('given a booklet whose dose was read into this season, when it was of the last, then the date is for the first again', () => {
  const personId = somebody();
  must(book(personId, '2026-10-12T08:00:00.000Z' as Instant));
  const seenBy = idOf<StaffId>('nurse');
  const seen = {
    productId: flu,
    precision: 'day' as const,
    entry: { page: '4', productName: 'Flucelvax' },
    seenBy,
  };
  const september = { ...seen, personId, givenOn: '2026-09-30' as PlainDate };
  must(recordPaperDose(open.station, 'operator', september));
  const [dose] = dosesOf(open.station.db, personId);
  const doseId = idOf<DoseId>(dose?.dose_id ?? '');
  const plannedDoses = () => personCard(open.station, personId)?.appointments.map((date) => date.plannedDose);
  expect(plannedDoses()).toEqual([2]);
  const day = { givenOn: '2025-09-30' as PlainDate, precision: september.precision };
  const last = { personId, doseId, entry: september.entry, day, note: 'Jahr verlesen' };
  must(correctPaperDose(open.station, 'operator', last));
  expect(plannedDoses()).toEqual([1]);
});

test('given a dose of this season, when its day is corrected into the last, then the date is for the first again', () => {
  const personId = somebody();
  takeIn(personId);
  must(vaccinate(personId));
  const doseId = idOf<DoseId>(dosesOf(open.station.db, personId)[0]?.dose_id ?? '');
  expect(book(personId, '2026-11-09T09:00:00.000Z' as Instant, 2)).toMatchObject({
    refusal: { reason: 'dose-not-planned' },
  });
  // As it was booked when nobody asked.
  const further = {
    type: 'AppointmentBooked',
    version: 4,
    data: {
      appointmentId: idOf<AppointmentId>(open.station.newId()),
      personId,
      productId: flu,
      plannedDose: 2,
      startsAt: '2026-11-09T09:00:00.000Z' as Instant,
      day: '2026-11-09' as PlainDate,
      durationMinutes: 5,
      source: 'desk',
    },
  } as const;
  const bookedAt = open.station.now();
  commit(open.station, [{ stream: personId, actor: 'operator', occurredAt: bookedAt, event: further }]);
  const planned = () =>
    personCard(open.station, personId)
      ?.appointments.filter(({ startsAt }) => startsAt > october2026)
      .map((date) => date.plannedDose);
  expect(planned()).toEqual([2]);
  const { indication: _, ...before } = entryWith(open.station, { personId, doseId }, {});
  const corrected = {
    type: 'DoseCorrected',
    version: 2,
    data: {
      doseId,
      personId,
      before,
      after: { ...before, givenOn: '2026-05-05' as PlainDate },
      approvedBy: idOf<StaffId>('lead'),
    },
  } as const;
  const at = open.station.now();
  commit(open.station, [{ stream: personId, actor: 'operator', occurredAt: at, event: corrected }]);
  expect(planned()).toEqual([1]);
});
