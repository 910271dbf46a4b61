import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Every date and what became of it, and who is in the house. */
export function projectAppointment({ event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'AppointmentBooked':
      return [
        {
          op: 'put',
          table: 'appointment',
          row: {
            appointment_id: event.data.appointmentId,
            person_id: event.data.personId,
            product_id: event.data.productId,
            planned_dose: event.data.plannedDose,
            starts_at: event.data.startsAt,
            day: event.data.day,
            duration_minutes: event.data.durationMinutes,
            status: 'booked',
            external_id: event.data.externalId ?? null,
          },
        },
      ];
    case 'CheckedIn':
      return [
        {
          op: 'put',
          table: 'visit',
          row: {
            visit_id: event.data.visitId,
            person_id: event.data.personId,
            appointment_id: event.data.appointmentId ?? null,
            day: event.data.day,
            checked_in_at: occurredAt,
          },
        },
        ...statusChange(event.data.appointmentId, 'checked-in'),
      ];
    case 'DoseAdministered':
      return statusChange(event.data.appointmentId, 'attended');
    case 'DoseVoided':
      return statusChange(event.data.appointmentId, 'checked-in');
    default:
      return [];
  }
}

function statusChange(appointmentId: string | undefined, status: string): RowChange[] {
  if (appointmentId === undefined) return [];
  return [{ op: 'set', table: 'appointment', where: { appointment_id: appointmentId }, set: { status } }];
}
