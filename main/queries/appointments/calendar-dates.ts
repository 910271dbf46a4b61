import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { CalendarDate } from '../../../messaging/calendar-file.ts';
import type { Reads } from '../../context.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { appointmentsOf } from '../../store/tables/appointments/appointments.ts';

/** A person's dates as calendars keep them. The sequence counts what the log says became of each. */
export function calendarDates({ db }: Reads, personId: PersonId): CalendarDate[] {
  const changes = new Map<string, number>();
  for (const { event } of historyOf(db, personId)) {
    const { appointmentId } = event.data as { appointmentId?: string };
    if (appointmentId && event.type.startsWith('Appointment'))
      changes.set(appointmentId, (changes.get(appointmentId) ?? -1) + 1);
  }
  return appointmentsOf(db, personId).map((row) => ({
    appointmentId: row.appointment_id,
    sequence: changes.get(row.appointment_id) ?? 0,
    startsAt: row.starts_at,
    durationMinutes: row.duration_minutes,
    isCancelled: row.status === 'cancelled',
  }));
}
