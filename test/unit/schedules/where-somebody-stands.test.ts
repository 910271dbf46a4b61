import { describe, expect, test } from 'vitest';
import { type DoseId, idOf, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { nobody, withEvents } from '../../../domain/known-person.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { courseOn } from '../../../domain/products/course.ts';
import { decideArrival } from '../../../domain/scan/decide-arrival.ts';
import { decisionSentence } from '../../../domain/scan/decision-sentence.ts';
import { groupOf } from '../../../domain/schedules/activate-schedule.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { scheduleOfCourse } from '../../../domain/schedules/schedule-of-course.ts';
import { doseWindow } from '../../../domain/vaccination/dose-window.ts';
import { nextDoseOn } from '../../../domain/vaccination/next-dose.ts';
import { appointmentBooked } from '../../support/events.ts';

const today = '2026-11-23' as PlainDate;
const confirmed = new Map(
  germanSchedules
    .filter(({ book }) => !book.endsWith('campaign'))
    .map((book) => [groupOf(book), { book: book.book, version: book.version }]),
);

/** What the desk says of somebody with these doses, by what is confirmed. */
function deskSays(product: string, born: string, days: readonly string[], on: PlainDate = today) {
  const productId = idOf<ProductId>(product);
  const doses = days.map((day, index) => ({
    doseId: idOf<DoseId>(`dose-${index}`),
    productId,
    ordinal: index + 1,
    givenOn: day as PlainDate,
    isVoided: false,
  }));
  const known = productOf(productId);
  const schedule = scheduleOfCourse(courseOn(productId, on), {
    birthDate: born as BirthDate,
    doses,
    confirmed,
  });
  if (!known || !schedule?.byBook) throw new Error(`nothing is confirmed for ${product}`);
  const decision = decideArrival({
    personId: idOf<PersonId>('person'),
    today: on,
    product: known,
    schedule,
    doses,
    appointments: [],
    isCheckedIn: true,
  });
  const { window, sentence } = nextDoseOn({ doses }, schedule, on);
  return { stands: sentence?.de, next: window?.dose, light: decisionSentence(decision).de };
}

describe('given a confirmed schedule, then the card and the light count as the count beside them does', () => {
  test('given influenza of this season, then the season is complete and not the series', () => {
    const said = deskSays('flucelvax-tetra', '1964-08-12', ['2024-10-01', '2025-10-01', '2026-10-10']);
    expect(said).toEqual({
      stands: 'Die Impfung für die Saison 2026/27 ist abgeschlossen.',
      next: undefined,
      light: 'Die Impfung für die Saison 2026/27 ist abgeschlossen.',
    });
  });

  test('given influenza of seasons before, then the first of this season can be given', () => {
    expect(deskSays('flucelvax-tetra', '1964-08-12', ['2024-10-01', '2025-10-01'])).toMatchObject({
      stands: 'Dosis 1 kann heute gegeben werden.',
      next: 1,
    });
  });

  test('given a second dose that was too soon and does not count, then the next is the third, as the desk calls it', () => {
    expect(deskSays('comirnaty', '1964-08-12', ['2026-10-20', '2026-10-28'])).toEqual({
      stands: 'Dosis 3 ab 25.11.2026.',
      next: 3,
      light: 'Zu früh für die 3.\u00a0Dosis: frühestens am 25.11.2026.',
    });
  });

  test('given a series of three after which a yearly dose follows, then that is the fourth', () => {
    expect(deskSays('comirnaty', '1964-08-12', ['2025-10-01', '2025-11-01', '2026-06-01'])).toMatchObject({
      stands: 'Dosis 4 frühestens am 01.12.2026, empfohlen ab 01.06.2027.',
      next: 4,
    });
  });

  test('given a first dose, then since when it could have been given is nobody’s birthday', () => {
    expect(deskSays('comirnaty', '1964-08-12', []).stands).toBe('Dosis 1 kann heute gegeben werden.');
  });

  test('given a booster that is overdue, then it says since when', () => {
    expect(deskSays('fsme-immun', '1964-08-12', ['2015-01-04', '2015-02-08', '2015-08-09']).stands).toBe(
      'Dosis 4 ist seit 09.08.2018 fällig.',
    );
  });

  test('given somebody who is immune, then that is said', () => {
    expect(deskSays('m-m-rvaxpro', '1964-08-12', [])).toEqual({
      stands: 'Gilt als immun: keine Impfung nötig.',
      next: undefined,
      light: 'Gilt als immun: keine Impfung nötig.',
    });
  });
});

test('given a date that is refused by the schedule, then the days are said for the dose that was asked for', () => {
  const known = withEvents(nobody, [appointmentBooked(1, '2026-11-24')]);
  const course = courseOn(idOf<ProductId>('comirnaty'), today);
  const person = { birthDate: '1964-08-12' as BirthDate, doses: [], confirmed };
  const schedule = scheduleOfCourse(course, person);
  expect(schedule && doseWindow(known, schedule, course, 2)).toMatchObject({
    dose: 2,
    earliest: '2026-12-22',
  });
});
