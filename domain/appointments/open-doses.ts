import type { ProductId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { KnownPerson } from '../known-person.ts';
import { birthDateOf } from '../people/person.ts';
import { type Course, courseAfter, courseOn } from '../products/course.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { scheduleOfCourse } from '../schedules/schedule-of-course.ts';
import { validDosesOf } from '../vaccination/vaccination.ts';
import { dateOfDose } from './appointments.ts';

/** What is missing of a course. */
export interface OpenDoses {
  readonly course: Course;
  /** Undefined for a product that has none: then one dose is missing. */
  readonly schedule: Schedule | undefined;
  /** Neither given nor booked, in order. */
  readonly doses: readonly number[];
}

/** What is missing of the course that the day is in. `known` holds the doses of everybody who is one with them. */
export function openDosesOn(known: KnownPerson, productId: ProductId, day: PlainDate): OpenDoses {
  return openDosesOf(known, courseOn(productId, day));
}

/** The same; where nothing is missing and it begins anew each season, of the next one. */
export function openDosesFrom(known: KnownPerson, productId: ProductId, day: PlainDate): OpenDoses {
  const now = openDosesOn(known, productId, day);
  const next = now.doses.length === 0 ? courseAfter(now.course) : undefined;
  return next ? openDosesOf(known, next) : now;
}

function openDosesOf({ person, appointments, vaccination }: KnownPerson, course: Course): OpenDoses {
  const schedule = scheduleOfCourse(course, { birthDate: birthDateOf(person), doses: vaccination.doses });
  const given = validDosesOf(vaccination, course).length;
  const doses = Array.from({ length: schedule?.doseCount ?? 1 }, (_, index) => index + 1).filter(
    (dose) => dose > given && !dateOfDose(appointments, course, dose),
  );
  return { course, schedule, doses };
}
