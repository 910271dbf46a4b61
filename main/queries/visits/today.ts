import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { AppointmentStatus } from '../../../domain/appointments/appointments.ts';
import { addMinutes, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { Reads } from '../../context.ts';
import { appointmentsAround, appointmentsOnDay } from '../../store/tables/appointments/appointments.ts';
import type { MostOfEach } from '../../store/tables/appointments/dates-around.ts';
import { statusCounts } from '../../store/tables/visits/board.ts';
import { vaccineNamer } from '../products/name-vaccine.ts';

/** Up to so many dates a day is shown whole; of more, those from half an hour ago to forty minutes ahead. */
const FEW = 200;
const MINUTES_BEFORE = 30;
const MINUTES_AFTER = 40;
/** Of those who are still to come more than of those who are through. */
const most: MostOfEach = {
  booked: 150,
  'checked-in': 50,
  attended: 30,
  'no-show': 20,
  'not-vaccinated': 20,
  cancelled: 20,
};

const came: readonly AppointmentStatus[] = ['checked-in', 'attended', 'not-vaccinated'];

/** Today's list as the desk shows it. */
export function today(station: Reads, wholeDay = false): ChannelOutput<'desk.today'> {
  const now = station.now();
  const day = plainDateAt(now, station.settings.timeZone);
  const nameVaccine = vaccineNamer(station.db);
  const counts = statusCounts(station.db, day);
  const all = [...counts].reduce((sum, [status, count]) => sum + (status === 'cancelled' ? 0 : count), 0);
  const isWholeDay = wholeDay || all <= FEW;
  const [from, to] = [addMinutes(now, -MINUTES_BEFORE), addMinutes(now, MINUTES_AFTER)];
  const rows = isWholeDay
    ? appointmentsOnDay(station.db, day)
    : appointmentsAround(station.db, { day, from, now, to }, most);
  return {
    day,
    now,
    isWholeDay,
    counts: { all, here: came.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0) },
    entries: rows.map((row) => ({
      personId: row.person_id,
      givenName: row.given_name,
      familyName: row.family_name,
      birthDate: row.birth_date,
      appointmentId: row.appointment_id,
      startsAt: row.starts_at,
      plannedDose: row.planned_dose,
      vaccine: nameVaccine(row.product_id),
      status: row.status,
    })),
  };
}
