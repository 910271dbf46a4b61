import type { DateHere } from '../../domain/import/date-here.ts';
import type { AppointmentRow } from '../store/tables/appointments/appointments.ts';

/** A date of the store, as listed ones are held against it. */
export function dateOfRow(row: AppointmentRow): DateHere {
  const { product_id: productId, planned_dose: plannedDose, starts_at: startsAt, day, centre, status } = row;
  return { productId, plannedDose, startsAt, day, status, ...(centre === null ? {} : { centre }) };
}
