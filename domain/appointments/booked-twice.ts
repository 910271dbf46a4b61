import type { AppointmentId } from '../kernel/ids.ts';
import { addMinutes, type Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { PersonDetails } from '../people/events.ts';
import { searchKeyOf } from '../people/search-key.ts';
import { courseOn, isOfCourse } from '../products/course.ts';
import { type VaccinationState, validDosesOf } from '../vaccination/vaccination.ts';
import type { AppointmentsState, PlannedAppointment } from './appointments.ts';

/** The present, by the day of the centre and by the minute. */
export interface Present {
  readonly today: PlainDate;
  readonly now: Instant;
}

/**
 * Dates of one record that another record of the same person has as well: not over by now, of a course for which the
 * record that is kept has such a date too, or is here for it today. One whose time went by is none that stays: with it
 * alone nothing would be left. Earliest first.
 */
export function surplusDates(
  kept: AppointmentsState,
  other: AppointmentsState,
  { today, now }: Present,
): PlannedAppointment[] {
  const isHere = ({ status, day }: PlannedAppointment) => status === 'checked-in' && day >= today;
  const staying = kept.appointments.filter((date) => isToCome(date, now) || isHere(date));
  return other.appointments
    .filter((date) => isToCome(date, now))
    .filter(({ productId, day }) => {
      const course = courseOn(productId, day);
      return staying.some((date) => isOfCourse(course, date.productId, date.day));
    })
    .toSorted((one, another) => (one.startsAt < another.startsAt ? -1 : 1));
}

/** Whether it is booked and its time has not gone by. */
export function isToCome({ status, startsAt, durationMinutes }: PlannedAppointment, now: Instant): boolean {
  return status === 'booked' && addMinutes(startsAt, durationMinutes) > now;
}

/**
 * Whether the dates of `other` were ended for those that are kept: of a course for which a date is to come here, those
 * there were cancelled and none is left. Of other courses it may have any.
 */
export function hasGivenWay(kept: AppointmentsState, other: AppointmentsState, present: Present): boolean {
  const isOver = surplusDates(kept, other, present).length === 0;
  const staying = kept.appointments.filter((date) => isToCome(date, present.now));
  return (
    isOver &&
    other.appointments.some(
      ({ status, productId, day }) =>
        status === 'cancelled' &&
        staying.some((date) => isOfCourse(courseOn(productId, day), date.productId, date.day)),
    )
  );
}

/** Whether exactly these are surplus still: what somebody saw is what they release, and nothing that came later. */
export function decideRelease(
  surplus: readonly PlannedAppointment[],
  appointmentIds: readonly AppointmentId[],
): Result<readonly AppointmentId[], 'dates-changed'> {
  const asked = new Set(appointmentIds);
  const isSame =
    surplus.length > 0 &&
    surplus.length === asked.size &&
    surplus.every(({ appointmentId }) => asked.has(appointmentId));
  return isSame ? accept([...asked]) : refuse('dates-changed');
}

/** Whether two records have one name, one birth date and one e-mail: whoever reads that mail may choose between their dates. */
export function isSameByMail(one: PersonDetails, other: PersonDetails): boolean {
  const mailOf = ({ email }: PersonDetails) => email?.trim().toLowerCase() || undefined;
  return (
    mailOf(one) !== undefined &&
    mailOf(one) === mailOf(other) &&
    one.birthDate === other.birthDate &&
    searchKeyOf(one) === searchKeyOf(other)
  );
}

/** Dates after a dose are kept: whoever had one would come to a first dose again with the dates of a new booking. */
export function mayBeReleased(surplus: readonly PlannedAppointment[], doses: VaccinationState): boolean {
  return (
    surplus.length > 0 &&
    surplus.every(({ productId, day }) => validDosesOf(doses, courseOn(productId, day)).length === 0)
  );
}
