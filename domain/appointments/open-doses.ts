import type { ProductId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type KnownPerson, personOfCourse } from '../known-person.ts';
import { type Course, courseAfter, courseOn, daysOfCourse } from '../products/course.ts';
import { missingByBook } from '../schedules/due-by-book.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { scheduleOfCourse } from '../schedules/schedule-of-course.ts';
import { validDosesOf } from '../vaccination/vaccination.ts';
import { dateOfDose, datesFrom, datesToCome } from './appointments.ts';

/** What is missing of a course. */
export interface OpenDoses {
  readonly course: Course;
  /** Undefined for a product that has none: then one dose is missing. */
  readonly schedule: Schedule | undefined;
  /** Neither given nor booked, in order. */
  readonly doses: readonly number[];
}

/**
 * What is missing of the course that the day is in. `known` holds the doses of everybody who is one with them; a date is
 * to come from `today` on.
 */
export function openDosesOn(
  known: KnownPerson,
  productId: ProductId,
  day: PlainDate,
  today: PlainDate = day,
): OpenDoses {
  return openDosesOf(known, courseOn(productId, day), today);
}

/** The same; where nothing is missing and it begins anew each season, of the next one. */
export function openDosesFrom(
  known: KnownPerson,
  productId: ProductId,
  day: PlainDate,
  today: PlainDate = day,
): OpenDoses {
  const now = openDosesOn(known, productId, day, today);
  const next = now.doses.length === 0 ? courseAfter(now.course) : undefined;
  return next ? openDosesOf(known, next, today) : now;
}

function openDosesOf(known: KnownPerson, course: Course, today: PlainDate): OpenDoses {
  const { vaccination } = known;
  const appointments = datesFrom(known.appointments, today);
  const schedule = scheduleOfCourse(course, personOfCourse(known));
  const given = validDosesOf(vaccination, course).length;
  const isOpen = (dose: number) => dose > given && !dateOfDose(appointments, course, dose);
  if (!schedule?.byBook) {
    const doses = numbersUpTo(schedule?.doseCount ?? 1).filter(isOpen);
    return { course, schedule, doses };
  }
  const dates = datesToCome(appointments, course).map(({ day }) => day);
  const until = daysOfCourse(course)?.to;
  const missing = missingByBook(schedule.byBook, vaccination.doses, dates, { on: course.on, until });
  const doses = numbersUpTo(given + dates.length + missing)
    .filter(isOpen)
    .slice(0, missing);
  return { course, schedule, doses };
}

function numbersUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
