import { ageOn } from '../kernel/age.ts';
import type { ProductId } from '../kernel/ids.ts';
import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';
import { isSameSeries } from '../products/catalogue.ts';
import { type Course, courseOn, isOfCourse } from '../products/course.ts';
import { scheduleOf } from './plain-schedules.ts';
import type { Schedule } from './schedule.ts';

/** As much of somebody as says how many doses a course has for them. */
export interface PersonOfCourse {
  readonly birthDate?: BirthDate | undefined;
  /** All doses of everybody who is one with them. */
  readonly doses: readonly {
    readonly productId: ProductId;
    readonly givenOn: PlainDate;
    readonly isVoided: boolean;
  }[];
}

/**
 * The plain schedule as it is for this person: children who never had a dose in a season before need more in their
 * first one, by their age at its first dose. Undefined for a product that has none.
 */
export function scheduleOfCourse(course: Course, { birthDate, doses }: PersonOfCourse): Schedule | undefined {
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
