import { ageOn } from '../kernel/age.ts';
import { isSameSeries } from '../products/catalogue.ts';
import { type Course, courseOn, daysOfCourse, isOfCourse } from '../products/course.ts';
import { type ConfirmedBook, confirmedBookOf } from './confirmed-book.ts';
import { plannedByBook } from './due-by-book.ts';
import type { PersonOfCourse } from './person-of-course.ts';
import { scheduleOf } from './plain-schedules.ts';
import type { Schedule } from './schedule.ts';

/** What is gone by for this person: the plain schedule, and the one that the centre confirmed where there is one. */
export function scheduleOfCourse(course: Course, person: PersonOfCourse): Schedule | undefined {
  const plain = plainScheduleOf(course, person);
  const byBook = plain && confirmedBookOf(course, person);
  return byBook
    ? {
        ...plain,
        source: byBook.source,
        byBook,
        doseCount: dosesOfCourse(byBook, course, person) ?? plain.doseCount,
      }
    : plain;
}

/**
 * Reckoned from the last dose, not from the day somebody asks on. Before the first one it is reckoned from the day of the
 * course: who grows older may need another number then.
 */
function dosesOfCourse(byBook: ConfirmedBook, course: Course, { doses }: PersonOfCourse): number | undefined {
  const given = doses
    .filter((dose) => !dose.isVoided && isOfCourse(course, dose.productId, dose.givenOn))
    .map(({ givenOn }) => givenOn)
    .sort();
  const on = given.at(-1) ?? course.on;
  return plannedByBook(byBook, doses, { given: given.length, on, until: daysOfCourse(course)?.to });
}

/**
 * The plain schedule as it is for this person: children who never had a dose in a season before need more in their
 * first one, by their age at its first dose. Undefined for a product that has none.
 */
function plainScheduleOf(course: Course, { birthDate, doses }: PersonOfCourse): Schedule | undefined {
  const schedule = scheduleOf(course.productId);
  const first = schedule?.firstSeason;
  if (!schedule || !first || birthDate === undefined) return schedule;
  const ofSeries = doses.filter((dose) => !dose.isVoided && isSameSeries(dose.productId, course.productId));
  if (ofSeries.some((dose) => isEarlier(courseOn(dose.productId, dose.givenOn), course))) return schedule;
  const begun = ofSeries
    .filter((dose) => isOfCourse(course, dose.productId, dose.givenOn))
    .map(({ givenOn }) => givenOn)
    .sort()[0];
  const years = ageOn(birthDate, begun ?? course.on);
  if (years === undefined || years >= first.underYears) return schedule;
  return { ...schedule, doseCount: first.doseCount, intervals: first.intervals };
}

function isEarlier({ season: one = 0 }: Course, { season: other = 0 }: Course): boolean {
  return one < other;
}
