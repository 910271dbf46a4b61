import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { type KnownPerson, personOfCourse } from '../../../domain/known-person.ts';
import { birthDateOf } from '../../../domain/people/person.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { type Course, courseOn } from '../../../domain/products/course.ts';
import type { Product } from '../../../domain/products/product.ts';
import { productInQuestion } from '../../../domain/products/product-in-question.ts';
import type { PersonOfCourse } from '../../../domain/schedules/person-of-course.ts';
import type { Schedule } from '../../../domain/schedules/schedule.ts';
import { scheduleOfCourse } from '../../../domain/schedules/schedule-of-course.ts';
import type { Reads } from '../../context.ts';
import { activeProductIds } from './active-products.ts';

export interface ProductAndSchedule {
  readonly product: Product;
  /** As it is for this person in this course. */
  readonly schedule: Schedule;
}

/** Which vaccine somebody is here for today, decided on their history with the doses of all their records. */
export function productOfKnown(station: Reads, known: KnownPerson): ProductAndSchedule {
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const active = activeProductIds(station.db);
  const { appointments: dates } = known.appointments;
  const { doses } = known.vaccination;
  const birthDate = birthDateOf(known.person);
  const { confirmed } = known;
  const productId = productInQuestion({ today, birthDate, active, dates, doses, confirmed });
  return withSchedule(courseOn(productId, today), { birthDate, doses, confirmed });
}

/** The same of a vaccine that was chosen. */
export function productForKnown(course: Course, known: KnownPerson): ProductAndSchedule {
  return withSchedule(course, personOfCourse(known));
}

/** @throws where the log names a product that the catalogue of this version does not have */
export function withSchedule(course: Course, person: PersonOfCourse): ProductAndSchedule {
  const product = productOf(course.productId);
  const schedule = scheduleOfCourse(course, person);
  if (!product || !schedule) throw new Error(`no product or schedule for ${course.productId}`);
  return { product, schedule };
}
