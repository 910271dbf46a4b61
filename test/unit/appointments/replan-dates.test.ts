import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DatePlan, replanDates } from '../../../domain/appointments/replan-dates.ts';
import type { Slot } from '../../../domain/appointments/slots.ts';
import { type AppointmentId, idOf, type LaneId, type ProductId } from '../../../domain/kernel/ids.ts';
import { instantAt } from '../../../domain/kernel/instant.ts';
import { addDays, daysBetween, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { type KnownPerson, nobody, withEvents } from '../../../domain/known-person.ts';
import { groupOf } from '../../../domain/schedules/activate-schedule.ts';
import type { ScheduleBook } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { covid19 } from '../../../domain/schedules/german/covid-19.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { hepatitisB } from '../../../domain/schedules/german/hepatitis-b.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { aPersonRegistered, day, doseGiven, personId } from '../../support/events.ts';

const today = day('2026-11-23');
const zone = 'Europe/Berlin';
const lane = idOf<LaneId>('A');

function booked(plannedDose: number, on: PlainDate, productId: ProductId): StationEvent {
  return {
    type: 'AppointmentBooked',
    version: 5,
    data: {
      appointmentId: idOf<AppointmentId>(`date-${plannedDose}`),
      personId,
      productId,
      plannedDose,
      startsAt: instantAt(on, '10:00', zone),
      day: on,
      durationMinutes: 5,
      source: 'desk',
      lane,
    },
  };
}

function known(book: ScheduleBook, events: readonly StationEvent[]): KnownPerson {
  const confirmed = new Map([[groupOf(book), { book: book.book, version: book.version }]]);
  return withEvents({ ...nobody, confirmed }, events);
}

/** One free place at 10:00 on every day but those that are closed. */
function plans(
  book: ScheduleBook,
  events: readonly StationEvent[],
  closed: (day: PlainDate) => boolean = () => false,
) {
  return replanDates(known(book, events), {
    personId,
    book,
    today,
    isReachable: true,
    lastOpenDay: addDays(today, 700),
    freeOn: (on, { productId }): Slot | undefined =>
      closed(on)
        ? undefined
        : {
            lane,
            productId,
            day: on,
            startsAt: instantAt(on, '10:00', zone),
            durationMinutes: 5,
            capacity: 1,
            taken: 0,
          },
  }).map(({ plan }) => plan);
}

const movedTo = (plan: DatePlan | undefined) => (plan?.kind === 'move' ? plan.event.data.to.day : plan?.kind);
const [comirnaty, hbvaxpro] = ['comirnaty', 'hbvaxpro-10'].map((each) => idOf<ProductId>(each)) as [
  ProductId,
  ProductId,
];
const inDays = (count: number) => addDays(today, count);

describe('given dates of hepatitis B that are too close together', () => {
  const person = aPersonRegistered();
  const dates = [
    person,
    booked(1, inDays(3), hbvaxpro),
    booked(2, inDays(10), hbvaxpro),
    booked(3, inDays(40), hbvaxpro),
  ];

  test('when they are planned anew, then each keeps its distance from where the one before was moved', () => {
    const [first, second, third] = plans(hepatitisB, dates);
    expect(movedTo(first)).toBe('fits');
    // A month later, as the schedule counts it.
    expect(movedTo(second)).toBe('2026-12-26');
    expect(daysBetween('2026-12-26' as PlainDate, movedTo(third) as PlainDate)).toBeGreaterThanOrEqual(56);
  });

  test('when the second is moved past the third, then the third is moved as well', () => {
    const [, second, third] = plans(hepatitisB, dates, (on) => on < inDays(45));
    expect(movedTo(second)).toBe(inDays(45));
    expect(daysBetween(inDays(45), movedTo(third) as PlainDate)).toBeGreaterThanOrEqual(56);
  });

  test('when the third has no place to go, then the second is not moved past it: both are for somebody who calls', () => {
    const [, second, third] = plans(hepatitisB, dates, (on) => on < inDays(45) || on > inDays(60));
    expect([second, third]).toMatchObject([
      { kind: 'call', why: 'other-date' },
      { kind: 'call', why: 'no-place' },
    ]);
  });
});

test('a Sunday is taken only where no other day of the week around it has a place', () => {
  // 28 days after Sunday, 29 November.
  const dates = [aPersonRegistered(), booked(1, inDays(6), comirnaty), booked(2, inDays(27), comirnaty)];
  expect(movedTo(plans(covid19, dates)[1])).toBe('2026-12-28');
  expect(movedTo(plans(covid19, dates, (on) => on !== '2026-12-27')[1])).toBe('2026-12-27');
});

test('a date after a series that is complete is never moved: somebody decides', () => {
  const dates = [
    aPersonRegistered(),
    ...['2020-12-28', '2021-02-01', '2021-09-01'].map((on, at) => doseGiven(at + 1, on)),
    booked(4, inDays(20), comirnaty),
  ];
  const young = [aPersonRegistered({ birthDate: '1990-05-01' as never }), ...dates.slice(1)];
  expect(plans(covid19, young)).toMatchObject([
    { kind: 'call', why: 'not-due', misfit: { kind: 'not-due' } },
  ]);
});

describe('whatever somebody has had and is booked for', () => {
  const years = (from: string, on: string) => {
    const whole = Number(on.slice(0, 4)) - Number(from.slice(0, 4));
    return on.slice(5) < from.slice(5) ? whole - 1 : whole;
  };
  const someone = fc.record({
    born: fc.integer({ min: 1, max: 30_000 }).map((days) => addDays(today, -days)),
    given: fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 2 }),
    dates: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 3 }),
    open: fc.array(fc.boolean(), { minLength: 7, maxLength: 30 }),
  });

  test.each([
    [covid19, comirnaty, 28, 18],
    [hepatitisB, hbvaxpro, 28, 0],
  ] as const)(
    'no date is moved to before the minimum interval or age, to a closed day or to too soon ($book)',
    (book, productId, least, minimumAge) => {
      fc.assert(
        fc.property(someone, ({ born, given, dates, open }) => {
          const doses = given
            .toSorted((one, other) => other - one)
            .map((days, at) => {
              const dose = doseGiven(at + 1, addDays(today, -days));
              return { ...dose, data: { ...dose.data, productId } };
            });
          const bookings = dates
            .toSorted((one, other) => one - other)
            .map((days, at) => booked(doses.length + at + 1, addDays(today, days), productId));
          const isClosed = (on: PlainDate) => !open[daysBetween(today, on) % open.length];
          const events = [aPersonRegistered({ birthDate: born as never }), ...doses, ...bookings];
          const planned = plans(book, events, isClosed);
          const moves = planned.flatMap((plan) => (plan.kind === 'move' ? [plan.event] : []));
          const after = known(book, [...events, ...moves]);
          const kept = after.appointments.appointments.map((date) => date.day);
          const all = [...after.vaccination.doses.map(({ givenOn }) => givenOn), ...kept].sort();
          for (const { data } of moves) {
            const { day: on } = data.to;
            expect(isClosed(on)).toBe(false);
            expect(daysBetween(today, on)).toBeGreaterThanOrEqual(2);
            // The schedule has an age for the first dose alone.
            if (given.length === 0) expect(years(born, on)).toBeGreaterThanOrEqual(minimumAge);
            const before = all[all.indexOf(on) - 1];
            if (before) expect(daysBetween(before, on)).toBeGreaterThanOrEqual(least);
          }
        }),
        { numRuns: 400 },
      );
    },
  );

  test('what was moved fits, or is late at most: planned once more, nothing is moved again to another day that is too early', () => {
    fc.assert(
      fc.property(someone, fc.constantFrom(...germanSchedules), ({ born, dates }, book) => {
        const productId = book === hepatitisB ? hbvaxpro : comirnaty;
        const bookings = dates.map((days, at) => booked(at + 1, addDays(today, days), productId));
        const events = [aPersonRegistered({ birthDate: born as never }), ...bookings];
        const moves = plans(book, events).flatMap((plan) => (plan.kind === 'move' ? [plan.event] : []));
        const again = plans(book, [...events, ...moves]);
        const isMovedTwice = again.some(
          (plan) =>
            plan.kind === 'move' &&
            plan.misfit.kind === 'too-early' &&
            moves.some(({ data }) => data.appointmentId === plan.event.data.appointmentId),
        );
        expect(isMovedTwice).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

test('given a date elsewhere that is past and of which no dose is known, then what is to come is not reckoned from it', () => {
  const elsewhere = booked(1, inDays(-10), hbvaxpro);
  const past = {
    ...elsewhere,
    data: { ...elsewhere.data, source: 'import', centre: 'Bonn' },
  } as StationEvent;
  const second = booked(2, inDays(10), hbvaxpro);
  expect(plans(hepatitisB, [aPersonRegistered(), past, second])).toEqual(
    plans(hepatitisB, [aPersonRegistered(), second]),
  );
});
