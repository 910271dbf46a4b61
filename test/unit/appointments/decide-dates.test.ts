import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateWish, decideDates } from '../../../domain/appointments/decide-dates.ts';
import type { AppointmentBooked, BookedFacts } from '../../../domain/appointments/events.ts';
import { openDosesOn } from '../../../domain/appointments/open-doses.ts';
import { type AppointmentId, type DoseId, idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantAt } from '../../../domain/kernel/instant.ts';
import { addDays, type BirthDate, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { type KnownPerson, nobody, withEvents } from '../../../domain/known-person.ts';
import { groupOf } from '../../../domain/schedules/activate-schedule.ts';
import type { ScheduleBook } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { covid19 } from '../../../domain/schedules/german/covid-19.ts';
import { tbe } from '../../../domain/schedules/german/tbe.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import {
  aPersonRegistered,
  appointmentBooked,
  comirnaty,
  doseGiven,
  personId,
} from '../../support/events.ts';

const zone = 'Europe/Berlin';
const today = '2026-11-23' as PlainDate;
const flu = idOf<ProductId>('flucelvax-tetra');
const tbeVaccine = idOf<ProductId>('fsme-immun');

function somebody(events: readonly StationEvent[] = [], book?: ScheduleBook): KnownPerson {
  const confirmed = new Map(book ? [[groupOf(book), { book: book.book, version: book.version }]] : []);
  return withEvents({ ...nobody, confirmed }, [aPersonRegistered(), ...events]);
}

interface Wish {
  readonly dose: number;
  readonly on?: PlainDate;
  readonly productId?: ProductId;
  readonly source?: BookedFacts['source'];
}

let ids = 0;
function book(
  known: KnownPerson,
  { dose, on = addDays(today, 30), productId = comirnaty, source = 'desk' }: Wish,
) {
  return bookAll(known, [{ plannedDose: dose, startsAt: instantAt(on, '10:00', zone) }], {
    productId,
    source,
  });
}

function bookAll(
  known: KnownPerson,
  dates: readonly DateWish[],
  { productId = comirnaty, source = 'desk' }: Pick<Wish, 'productId' | 'source'> = {},
) {
  const decided = decideDates(
    known,
    { personId, productId, source, dates },
    {
      placeOf: () => undefined,
      now: '2026-11-23T09:00:00.000Z' as Instant,
      timeZone: zone,
      newAppointmentId: () => idOf<AppointmentId>(`date-${++ids}`),
    },
  );
  return decided.ok ? 'booked' : decided.refusal.reason;
}

const ofProduct = (productId: ProductId, ordinal: number, on: PlainDate): StationEvent => {
  const event = doseGiven(ordinal, on);
  return { ...event, data: { ...event.data, productId } };
};
const twoGiven = [doseGiven(1, '2026-06-01'), doseGiven(2, '2026-06-29')];
/** A date at another centre, of which nobody says whether it was kept. */
const elsewhere = (dose: number, on: PlainDate): AppointmentBooked => {
  const { data } = appointmentBooked(dose, on);
  return { type: 'AppointmentBooked', version: 6, data: { ...data, centre: 'Nord' } };
};

const doseElsewhere = (on: PlainDate): StationEvent => ({
  type: 'DosesElsewhereCounted',
  version: 3,
  data: {
    personId,
    productId: comirnaty,
    source: { kind: 'fhir' },
    doses: [
      {
        doseId: idOf<DoseId>('elsewhere-1'),
        productName: 'Comirnaty',
        givenOn: on,
        isDayKnown: true,
        ordinal: 1,
      },
    ],
  },
});
const cancelled = (dose: number): StationEvent => ({
  type: 'AppointmentCancelled',
  version: 1,
  data: { personId, appointmentId: idOf<AppointmentId>(`appointment-${dose}`), reason: 'asked' },
});

describe('given a series of two doses that is complete', () => {
  test.each([3, 4, 9])('when a date for dose %i is booked at the desk, then it is refused', (dose) => {
    expect(book(somebody(twoGiven), { dose })).toBe('dose-not-planned');
  });

  test('when a list or another system brings one, then it is refused as well', () => {
    for (const source of ['import', 'booking', 'trial'] as const)
      expect(book(somebody(twoGiven), { dose: 3, source })).toBe('dose-not-planned');
  });

  test('when somebody is here for one and was let in knowingly, then the visit has its date', () => {
    expect(book(somebody(twoGiven), { dose: 3, on: today, source: 'walk-in' })).toBe('booked');
  });
});

test('given somebody who had nothing, when the second or dose 9 is booked, then it is refused; the first is booked', () => {
  expect([1, 2, 9].map((dose) => book(somebody(), { dose }))).toEqual([
    'booked',
    'dose-before-missing',
    'dose-not-planned',
  ]);
});

describe('given somebody without the first dose', () => {
  test.each([
    ['a date for it that is to come', [appointmentBooked(1, addDays(today, 1))], 'booked'],
    ['a date for it at another centre', [elsewhere(1, addDays(today, 1))], 'booked'],
    ['a dose that was given elsewhere', [doseElsewhere(addDays(today, -30))], 'booked'],
    ['a date for it that is past', [appointmentBooked(1, addDays(today, -30))], 'dose-before-missing'],
    [
      'a date for it that was cancelled',
      [appointmentBooked(1, addDays(today, 1)), cancelled(1)],
      'dose-before-missing',
    ],
  ] as const)('when the second is booked beside %s, then it is %s', (_what, events, said) => {
    expect(book(somebody(events), { dose: 2 })).toBe(said);
    // The system that a list comes from may know of a dose that nobody has told here.
    expect(book(somebody(events), { dose: 2, source: 'import' })).toBe('booked');
    expect(book(somebody(events, covid19), { dose: 2, on: addDays(today, 50) })).toBe(said);
  });

  test('when the first is booked on or behind the day of the second, then it is refused', () => {
    const known = somebody([appointmentBooked(2, addDays(today, 30))]);
    for (const ahead of [30, 40])
      expect(book(known, { dose: 1, on: addDays(today, ahead) })).toBe('dose-out-of-order');
    expect(book(known, { dose: 1, on: addDays(today, 5) })).toBe('booked');
  });

  test('when both are booked together, then both are, and the second alone is not', () => {
    const both = [1, 2].map((plannedDose) => ({
      plannedDose,
      startsAt: instantAt(addDays(today, plannedDose * 25), '10:00', zone),
    }));
    expect(bookAll(somebody(), both)).toBe('booked');
    expect(bookAll(somebody(), both.slice(1))).toBe('dose-before-missing');
  });
});

test('given influenza, when a second dose of the season is booked, then an adult is refused and a small child is not', () => {
  const first = ofProduct(flu, 1, addDays(today, -30));
  const child = withEvents({ ...nobody, confirmed: new Map() }, [
    aPersonRegistered({ birthDate: '2020-05-01' as BirthDate }),
    first,
  ]);
  expect(book(somebody([first]), { dose: 2, productId: flu })).toBe('dose-not-planned');
  expect(book(child, { dose: 2, productId: flu })).toBe('booked');
});

describe('given a confirmed schedule', () => {
  test('when it asks for a third dose, then that is booked, and a fourth is not', () => {
    const known = somebody(twoGiven, covid19);
    expect(book(known, { dose: 3, on: addDays(today, 60) })).toBe('booked');
    expect(book(known, { dose: 4, on: addDays(today, 60) })).toBe('dose-not-planned');
  });

  test('when it asks for a booster after the series, then the booster is booked, and none beyond it', () => {
    const series = ['2021-01-04', '2021-02-08', '2021-08-09'].map((on, index) =>
      ofProduct(tbeVaccine, index + 1, on as PlainDate),
    );
    const known = somebody(series, tbe);
    expect(book(known, { dose: 4, productId: tbeVaccine })).toBe('booked');
    expect(book(known, { dose: 5, productId: tbeVaccine })).toBe('dose-not-planned');
  });

  test('when any number is booked after any doses, then what is booked is asked for by it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 400 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 400 }),
        (gaps, dose, ahead) => {
          let on = addDays(today, -2000);
          const doses = gaps.map((gap, index) => {
            on = addDays(on, gap);
            return doseGiven(index + 1, on);
          });
          const known = somebody(doses, covid19);
          const day = addDays(today, ahead);
          if (book(known, { dose, on: day }) !== 'booked') return;
          expect(dose).toBeGreaterThan(doses.length);
          // The series of three, or the yearly dose that follows the doses there are.
          expect(dose).toBeLessThanOrEqual(Math.max(3, doses.length + 1));
        },
      ),
    );
  });
});

describe('given a date at another centre that is past and of which nothing was told', () => {
  const past = elsewhere(1, addDays(today, -10));
  const byBook = [undefined, covid19];

  test.each(byBook)('then both doses are still missing', (schedule) => {
    const { doses } = openDosesOn(somebody([past], schedule), comirnaty, today);
    expect(doses.slice(0, 2)).toEqual([1, 2]);
  });

  test.each(byBook)('when the first is booked anew, then it is not held to be booked already', (schedule) => {
    expect(book(somebody([past], schedule), { dose: 1, on: addDays(today, 1) })).toBe('booked');
  });

  test('when a date is booked for the second, then it is reckoned from no dose that nobody knows of', () => {
    const soon = { dose: 2, on: addDays(today, 1) };
    expect(book(somebody([past], covid19), soon)).toBe(book(somebody([], covid19), soon));
  });

  test('but one that is still to come counts, and so does one that was kept', () => {
    const tomorrow = { dose: 2, on: addDays(today, 2) };
    expect(book(somebody([elsewhere(1, addDays(today, 1))]), tomorrow)).toBe('interval-too-short');
    expect(book(somebody([doseGiven(1, addDays(today, -1))]), tomorrow)).toBe('interval-too-short');
  });
});
