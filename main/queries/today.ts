import type { ChannelOutput } from '../../contracts/ipc/station-contract.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import type { Station } from '../station.ts';
import { appointmentsOnDay } from '../store/tables/appointments.ts';

/** Today's list as the desk shows it. */
export function today(station: Station): ChannelOutput<'desk.today'> {
  const now = station.now();
  const day = plainDateAt(now, station.settings.timeZone);
  return {
    day,
    now,
    entries: appointmentsOnDay(station.db, day).map((row) => ({
      personId: row.person_id,
      givenName: row.given_name,
      familyName: row.family_name,
      birthDate: row.birth_date,
      appointmentId: row.appointment_id,
      startsAt: row.starts_at,
      plannedDose: row.planned_dose,
      doseCount: row.dose_count,
      status: row.status,
    })),
  };
}
