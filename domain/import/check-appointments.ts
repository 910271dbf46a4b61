import { addDays, type BirthDate } from '../kernel/plain-date.ts';
import { courseOn, isOfCourse } from '../products/course.ts';
import { scheduleOf } from '../schedules/plain-schedules.ts';
import { dateIsInWindow, windowOfDose } from '../schedules/schedule.ts';
import type { ImportedAppointment } from './imported-person.ts';
import { productOfList, type RowContext } from './row-context.ts';
import { type RowFault, rowFault } from './row-fault.ts';

const FURTHEST_DAYS = 730;

/** What speaks against the dates of one row: past, far away, before the birth, or too close together. */
export function checkAppointments(
  appointments: readonly ImportedAppointment[],
  birthDate: BirthDate,
  context: RowContext,
): RowFault[] {
  const { today } = context;
  const productOfDate = ({ productId }: ImportedAppointment) => productId ?? productOfList(context);
  const faults = appointments.flatMap((appointment, index) => {
    const { day, plannedDose } = appointment;
    const schedule = scheduleOf(productOfDate(appointment));
    const field = index === 0 ? 'appointmentAt' : 'secondAt';
    if (day.slice(0, birthDate.length) < birthDate) return [rowFault('appointment-before-birth', field, day)];
    if (day < today) return [rowFault('appointment-in-past', field, day)];
    if (day > addDays(today, FURTHEST_DAYS)) return [rowFault('appointment-too-far', field, day)];
    const before = appointments.find(
      (other) =>
        other.plannedDose === plannedDose - 1 &&
        isOfCourse(courseOn(productOfDate(appointment), day), productOfDate(other), other.day),
    );
    const window = before && schedule && windowOfDose(schedule, plannedDose, before.day);
    const fit = window ? dateIsInWindow(day, window) : 'inside';
    if (fit === 'before') return [rowFault('interval-too-short', field, day)];
    return fit === 'after' ? [rowFault('interval-too-long', field, day)] : [];
  });
  return faults;
}
