import type { PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import type { CalendarDate } from '../../../messaging/calendar-file.ts';
import type { KnownPerson } from '../passes/person-history.ts';

/** Earliest first. */
export function openAppointmentsOf({ appointments }: KnownPerson): PlannedAppointment[] {
  return appointments.appointments
    .filter(({ status }) => status === 'booked')
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
}

/** The same as entries of a calendar. */
export function openDates(known: KnownPerson): CalendarDate[] {
  return openAppointmentsOf(known).map((date) => calendarDate(known, date));
}

/** A date as the calendar file of a mail has it. */
export function calendarDate({ history }: KnownPerson, date: PlannedAppointment): CalendarDate {
  const { appointmentId, startsAt, durationMinutes, status } = date;
  const changes = history.filter(
    ({ event }) =>
      (event.type === 'AppointmentMoved' || event.type === 'AppointmentCancelled') &&
      event.data.appointmentId === appointmentId,
  );
  return {
    appointmentId,
    sequence: changes.length,
    startsAt,
    durationMinutes,
    isCancelled: status === 'cancelled',
  };
}
