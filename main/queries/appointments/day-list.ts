import type { DayList } from '../../../documents/day-list.ts';
import { clockTimeAt, type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import { isSameSeries } from '../../../domain/products/catalogue.ts';
import type { Reads } from '../../context.ts';
import { appointmentsOnDay } from '../../store/tables/appointments/appointments.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { type DoseRow, dosesOfSet } from '../../store/tables/vaccination/doses.ts';
import { vaccineNamer } from '../products/name-vaccine.ts';

/**
 * Everybody with a date on that day that was not cancelled, earliest first, and what they were given on it: whoever works
 * from the paper later must not give it again.
 */
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
        const dose = dosesOfSet(db, linkedSetOf(db, row.person_id)).find(
          (each) =>
            each.given_on === day && each.voided_at === null && isSameSeries(each.product_id, row.product_id),
        );
        return {
          clock: clockTimeAt(row.starts_at, settings.timeZone),
          familyName: row.family_name,
          givenName: row.given_name,
          birthDate: row.birth_date,
          plannedDose: row.planned_dose,
          ...(vaccine === undefined ? {} : { vaccine }),
          ...(dose ? { given: givenAs(dose, settings.timeZone) } : {}),
          passNumber: pass?.status === 'valid' ? shortNumberOf(pass.pass_id) : '',
        };
      }),
  };
}

/** Of a dose given elsewhere the day is known and no time. */
function givenAs(
  { lot, issuer, given_at }: DoseRow,
  timeZone: string,
): NonNullable<DayList['entries'][number]['given']> {
  return { lot, ...(issuer === null ? { clock: clockTimeAt(given_at, timeZone) } : {}) };
}
