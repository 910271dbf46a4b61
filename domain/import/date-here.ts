import { isOverWithoutDose, type PlannedAppointment } from '../appointments/appointments.ts';
import type { ProductId } from '../kernel/ids.ts';
import { courseOn, isOfCourse } from '../products/course.ts';
import type { ImportedAppointment } from './imported-person.ts';

/** What is compared of a date that is here. */
export type DateHere = Pick<
  PlannedAppointment,
  'productId' | 'plannedDose' | 'startsAt' | 'day' | 'centre' | 'status'
>;

/**
 * The date here that a listed one is held against: the one that stands for its dose, or this very one that is over
 * without a dose. A list tells of it for days, and books nothing by that; another time is another chance to come.
 */
export function dateHere<Date extends DateHere>(
  dates: readonly Date[],
  listed: ImportedAppointment,
  productId: ProductId,
): Date | undefined {
  const ofDose = dates.filter(
    (date) =>
      date.plannedDose === listed.plannedDose &&
      date.status !== 'cancelled' &&
      isOfCourse(courseOn(productId, listed.day), date.productId, date.day),
  );
  return (
    ofDose.find(({ status }) => !isOverWithoutDose(status)) ?? ofDose.find((date) => isSameDate(date, listed))
  );
}

export function isSameDate(here: DateHere, listed: ImportedAppointment): boolean {
  return here.startsAt === listed.startsAt && here.centre === listed.centre;
}
