import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DoseId, idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { type BirthDate, dateOfDayNumber, dayNumber } from '../../../domain/kernel/plain-date.ts';
import {
  courseAfter,
  courseOn,
  daysOfCourse,
  diseaseOfCourse,
  isOfCourse,
  seasonWords,
} from '../../../domain/products/course.ts';
import { shownCourse } from '../../../domain/products/product-in-question.ts';
import { scheduleOfCourse } from '../../../domain/schedules/schedule-of-course.ts';
import { ordinalsOf } from '../../../domain/vaccination/places-of-doses.ts';
import { doseStateOf, validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import { comirnaty, day } from '../../support/events.ts';

const flu = idOf<ProductId>('flucelvax-tetra');
const given = (on: string, isVoided = false) => ({ productId: flu, givenOn: day(on), isVoided });
const booked = (on: string) => ({ productId: flu, day: day(on), status: 'booked' as const });
const born = (on: string) => on as BirthDate;

test.each([
  ['2026-06-30', '2025/26', 'the last day before the vaccine of the next season comes'],
  ['2026-07-01', '2026/27', 'a dose before the season counts for the one to come'],
  ['2026-10-15', '2026/27', 'the months in which it is recommended'],
  ['2027-02-28', '2026/27', 'the same winter after New Year'],
  ['2099-12-01', '2099/00', 'the turn of a century'],
])('given an influenza dose on %s, then it is of the season %s: %s', (on, season) => {
  expect(seasonWords(courseOn(flu, day(on)))).toBe(season);
});

test('given a vaccine that is counted for life, then every dose is of one course and no season is told', () => {
  const course = courseOn(comirnaty, day('2021-01-01'));
  expect(isOfCourse(course, comirnaty, day('2031-01-01'))).toBe(true);
  expect([seasonWords(course), daysOfCourse(course), courseAfter(course)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(diseaseOfCourse(course).de).toBe('COVID-19');
});

test('given a dose in each of two seasons, then each is the first of its own, whatever was stored', () => {
  const doses = ['2025-11-03', '2026-10-05'].map((on, index) => ({
    ...given(on),
    doseId: idOf<DoseId>(`dose-${index}`),
    isElsewhere: false,
    overrides: [],
  }));
  expect([...ordinalsOf(doses).values()]).toEqual([1, 1]);
});

test('given a pass, then it shows the course of the last dose, or of the date that is still to come', () => {
  const shown = (dates: ReturnType<typeof booked>[], doses: ReturnType<typeof given>[]) => {
    const course = shownCourse({ dates, doses });
    return [course && diseaseOfCourse(course).en, doseStateOf({ doses }, course).doseCount];
  };
  expect(shown([], [given('2026-10-05')])).toEqual(['Influenza 2026/27', 1]);
  expect(shown([booked('2027-10-04')], [given('2026-10-05')])).toEqual(['Influenza 2027/28', 0]);
  expect(shown([booked('2027-10-04')], [given('2026-10-05'), given('2027-10-04')])).toEqual([
    'Influenza 2027/28',
    1,
  ]);
  // A date of last season that nobody closed tells of nothing any more once this season's dose was given.
  expect(shown([booked('2026-11-02')], [given('2027-10-04')])).toEqual(['Influenza 2027/28', 1]);
  // Two seasons booked ahead: the pass tells of the next date.
  expect(shown([booked('2026-11-02'), booked('2027-10-04')], [])).toEqual(['Influenza 2026/27', 0]);
});

test.each([
  ['2018-03-01', [], '2026-10-05', 2, 'a child of eight who never had one'],
  ['2018-03-01', ['2025-10-06'], '2026-10-05', 1, 'a child who had one last season'],
  ['2017-10-05', [], '2026-10-05', 1, 'a child on the ninth birthday'],
  ['2017-11-10', ['2026-10-05'], '2026-11-23', 2, 'a child who turned nine after the first'],
  ['1956-05-01', [], '2026-10-05', 1, 'an adult'],
])(
  'given somebody born on %s with doses on %j, then on %s the season has %i doses: %s',
  (birth, doses, on, count) => {
    const person = { birthDate: born(birth), doses: doses.map((each) => given(each)) };
    expect(scheduleOfCourse(courseOn(flu, day(on)), person)?.doseCount).toBe(count);
  },
);

const days = fc
  .integer({ min: dayNumber(day('1990-01-01')), max: dayNumber(day('2090-12-31')) })
  .map(dateOfDayNumber);

test('every day is of exactly one season, and the next season begins on the day after its last', () => {
  fc.assert(
    fc.property(days, (on) => {
      const course = courseOn(flu, on);
      const range = daysOfCourse(course);
      if (!range) throw new Error('influenza has seasons');
      expect(on >= range.from && on <= range.to).toBe(true);
      const next = courseOn(flu, dateOfDayNumber(dayNumber(range.to) + 1));
      expect(next.season).toBe((course.season ?? 0) + 1);
    }),
  );
});

test('every dose in force counts in exactly one course, and their counts add up to all of them', () => {
  const doses = fc.array(fc.record({ productId: fc.constant(flu), givenOn: days, isVoided: fc.boolean() }));
  fc.assert(
    fc.property(doses, (all) => {
      const courses = new Map(
        all.map(({ givenOn }) => [courseOn(flu, givenOn).season, courseOn(flu, givenOn)]),
      );
      const counted = [...courses.values()].map((course) => validDosesOf({ doses: all }, course).length);
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(
        all.filter((dose) => !dose.isVoided).length,
      );
    }),
  );
});

test('what a pass shows follows from what is recorded: any day it is looked at shows the same', () => {
  const dates = fc.array(
    fc.record({
      productId: fc.constant(flu),
      day: days,
      status: fc.constantFrom('booked', 'cancelled', 'attended', 'no-show'),
    }),
  );
  const doses = fc.array(fc.record({ productId: fc.constant(flu), givenOn: days, isVoided: fc.boolean() }));
  fc.assert(
    fc.property(dates, doses, (booked, given) => {
      const shown = shownCourse({ dates: booked, doses: given });
      const again = shownCourse({ dates: booked.toReversed(), doses: given.toReversed() });
      expect(again?.season).toBe(shown?.season);
      expect(shown === undefined).toBe(booked.length === 0 && given.every(({ isVoided }) => isVoided));
    }),
  );
});
