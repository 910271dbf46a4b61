import type { DayList } from '../../../documents/day-list.ts';
import { clockTimeAt, type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import type { Reads } from '../../context.ts';
import { appointmentsOnDay } from '../../store/tables/appointments/appointments.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { vaccineNamer } from '../products/name-vaccine.ts';

/** Everybody with a date on that day that was not cancelled, earliest first. */
export function dayList(station: Reads, day: PlainDate): DayList {
  const { db, settings } = station;
  const nameVaccine = vaccineNamer(db);
  const now: Instant = station.now();
  return {
    day,
    centreName: settings.centreName,
    asOf: { day: plainDateAt(now, settings.timeZone), clock: clockTimeAt(now, settings.timeZone) },
    entries: appointmentsOnDay(db, day)
      .filter(({ status }) => status !== 'cancelled')
      .map((row) => {
        const vaccine = nameVaccine(row.product_id);
        const pass = passOf(db, row.person_id);
        return {
          clock: clockTimeAt(row.starts_at, settings.timeZone),
          familyName: row.family_name,
          givenName: row.given_name,
          birthDate: row.birth_date,
          plannedDose: row.planned_dose,
          ...(vaccine === undefined ? {} : { vaccine }),
          passNumber: pass?.status === 'valid' ? shortNumberOf(pass.pass_id) : '',
        };
      }),
  };
}
