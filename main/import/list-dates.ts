import { decideDates } from '../../domain/appointments/decide-dates.ts';
import type { AppointmentBooked } from '../../domain/appointments/events.ts';
import type { ImportedAppointment } from '../../domain/import/imported-person.ts';
import { faultOfDates } from '../../domain/import/refusal-faults.ts';
import type { RowFault } from '../../domain/import/row-fault.ts';
import { groupBy } from '../../domain/kernel/group-by.ts';
import { type AppointmentId, idOf, type PersonId } from '../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { type KnownPerson, withEvents } from '../../domain/known-person.ts';
import type { Writes } from '../context.ts';
import type { Places } from '../queries/appointments/places.ts';
import { productOfDate } from './row-context-of.ts';

/** Dates that a list brings, booked as the desk would; what is refused reads as the fault of the row. */
export function decideListDates(
  station: Pick<Writes, 'db' | 'now' | 'settings' | 'newId'>,
  known: KnownPerson,
  { personId, dates }: { readonly personId: PersonId; readonly dates: readonly ImportedAppointment[] },
  { placeOf }: Places,
): Result<AppointmentBooked[], RowFault> {
  const { now, settings, newId } = station;
  const ground = {
    placeOf,
    now: now(),
    timeZone: settings.timeZone,
    newAppointmentId: () => idOf<AppointmentId>(newId()),
  };
  const events: AppointmentBooked[] = [];
  for (const [productId, ofProduct] of groupBy(dates, (date) => productOfDate(station, date))) {
    const facts = { personId, productId, source: 'import' as const, dates: ofProduct };
    const decided = decideDates(withEvents(known, events), facts, ground);
    if (!decided.ok) return refuse(faultOfDates(decided.refusal));
    events.push(...decided.value);
  }
  return accept(events);
}
