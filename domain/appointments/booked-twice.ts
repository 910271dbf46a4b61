import type { AppointmentId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { PersonDetails } from '../people/events.ts';
import { searchKeyOf } from '../people/search-key.ts';
import { courseOn, isOfCourse } from '../products/course.ts';
import { type VaccinationState, validDosesOf } from '../vaccination/vaccination.ts';
import type { AppointmentsState, PlannedAppointment } from './appointments.ts';

/**
 * Dates of one record that another record of the same person has as well: still to come from `today` on, of a course
 * for which the record that is kept has a date to come too. Earliest first.
 */
export function surplusDates(
  kept: AppointmentsState,
  other: AppointmentsState,
  today: PlainDate,
): PlannedAppointment[] {
  const isKept = ({ status, day }: PlannedAppointment) =>
    (status === 'booked' || status === 'checked-in') && day >= today;
  const staying = kept.appointments.filter(isKept);
  return other.appointments
    .filter(({ status, day }) => status === 'booked' && day >= today)
    .filter(({ productId, day }) => {
      const course = courseOn(productId, day);
      return staying.some((date) => isOfCourse(course, date.productId, date.day));
    })
    .toSorted((one, another) => (one.startsAt < another.startsAt ? -1 : 1));
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
