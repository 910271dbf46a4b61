import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { addMinutes, instantAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import type { Reads } from '../../context.ts';
import { appointmentsOnDay } from '../../store/tables/appointments/appointments.ts';
import { statusCounts } from '../../store/tables/visits/board.ts';
import { vaccineNamer } from '../products/name-vaccine.ts';

/** Up to so many dates a day is shown whole; of more, those from half an hour ago to forty minutes ahead. */
const FEW = 200;
const MINUTES_BEFORE = 30;
const MINUTES_AFTER = 40;

/** Today's list as the desk shows it. */
export function today(station: Reads, wholeDay = false): ChannelOutput<'desk.today'> {
  const now = station.now();
  const zone = station.settings.timeZone;
  const day = plainDateAt(now, zone);
  const nameVaccine = vaccineNamer(station.db);
  const counts = statusCounts(station.db, day);
  const all = [...counts].reduce((sum, [status, count]) => sum + (status === 'cancelled' ? 0 : count), 0);
  const isWholeDay = wholeDay || all <= FEW;
  const [from, to] = isWholeDay
    ? [instantAt(day, '00:00', zone), instantAt(addDays(day, 1), '00:00', zone)]
    : [addMinutes(now, -MINUTES_BEFORE), addMinutes(now, MINUTES_AFTER)];
  return {
    day,
    now,
    isWholeDay,
    counts: { all, here: (counts.get('attended') ?? 0) + (counts.get('checked-in') ?? 0) },
    entries: appointmentsOnDay(station.db, day, from, to).map((row) => ({
      personId: row.person_id,
      givenName: row.given_name,
      familyName: row.family_name,
      birthDate: row.birth_date,
      appointmentId: row.appointment_id,
      startsAt: row.starts_at,
      plannedDose: row.planned_dose,
      vaccine: nameVaccine(row.product_id),
      doseCount: row.dose_count,
      status: row.status,
    })),
  };
}
