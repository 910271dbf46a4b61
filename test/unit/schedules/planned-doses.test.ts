import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { addDays, type BirthDate, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { courseOn } from '../../../domain/products/course.ts';
import { groupOf } from '../../../domain/schedules/activate-schedule.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { scheduleOfCourse } from '../../../domain/schedules/schedule-of-course.ts';

const today = '2026-11-23' as PlainDate;

/** How many doses there are by that schedule; without a book by the plain one. */
function planned(
  book: string | undefined,
  product: string,
  born: string,
  given: readonly string[],
  on = today,
) {
  const productId = idOf<ProductId>(product);
  const stated = germanSchedules.find((each) => each.book === book);
  const confirmed = new Map(
    stated ? [[groupOf(stated), { book: stated.book, version: stated.version }]] : [],
  );
  const doses = given.map((each) => ({ productId, givenOn: each as PlainDate, isVoided: false }));
  return scheduleOfCourse(courseOn(productId, on), { birthDate: born as BirthDate, doses, confirmed })
    ?.doseCount;
}

describe('how many doses there are follows from the schedule that is confirmed', () => {
  test.each([
    ['COVID-19 as in the campaign: two', 'de-covid-19-campaign', 'comirnaty', '1980-05-01', [], 2],
    ['COVID-19 as now: three', 'de-covid-19', 'comirnaty', '1980-05-01', [], 3],
    [
      'COVID-19 as now, after two: three',
      'de-covid-19',
      'comirnaty',
      '1980-05-01',
      ['2021-06-01', '2021-07-01'],
      3,
    ],
    ['hepatitis B: three', 'de-hepatitis-b', 'hbvaxpro-10', '1980-05-01', [], 3],
    ['TBE: three, boosters uncounted', 'de-tbe', 'fsme-immun', '1980-05-01', [], 3],
    ['MMR: two', 'de-mmr', 'm-m-rvaxpro', '2024-05-01', [], 2],
    ['influenza of an adult: one a season', 'de-influenza', 'flucelvax-tetra', '1950-05-01', [], 1],
    ['influenza, had this season', 'de-influenza', 'flucelvax-tetra', '1950-05-01', ['2026-10-10'], 1],
    ['influenza of a child for the first time: two', 'de-influenza', 'flucelvax-tetra', '2021-05-01', [], 2],
    ['nothing confirmed: the plain schedule', undefined, 'comirnaty', '1980-05-01', [], 2],
    ['somebody who is immune by age: the plain schedule', 'de-mmr', 'm-m-rvaxpro', '1950-05-01', [], 2],
    ['only the year of birth is known: the plain schedule', 'de-covid-19', 'comirnaty', '1980', [], 2],
    [
      'a dose too early is given, and another is due in its place',
      'de-covid-19',
      'comirnaty',
      '1980-05-01',
      ['2021-06-01', '2021-06-08'],
      4,
    ],
  ] as const)('%s', (_, book, product, born, given, count) => {
    expect(planned(book, product, born, given)).toBe(count);
  });
});

test('once a dose was given, nothing changes by the passing of days', () => {
  const series = [
    ['de-covid-19', 'comirnaty'],
    ['de-hepatitis-b', 'hbvaxpro-10'],
    ['de-tbe', 'fsme-immun'],
    ['de-mmr', 'm-m-rvaxpro'],
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...series),
      fc.integer({ min: 500, max: 25_000 }),
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 4_000 }),
      ([book, product], age, ago, later) => {
        const given = ago.map((days) => addDays(today, -days)).sort();
        const born = addDays(today, -age);
        expect(planned(book, product, born, given, addDays(today, later))).toBe(
          planned(book, product, born, given),
        );
      },
    ),
  );
});
