import { decideDates } from '../../domain/appointments/decide-dates.ts';
import type { AppointmentBooked } from '../../domain/appointments/events.ts';
import type { ImportedAppointment } from '../../domain/import/imported-person.ts';
import { faultOfDates } from '../../domain/import/refusal-faults.ts';
import type { RowFault } from '../../domain/import/row-fault.ts';
import { type AppointmentId, idOf, type PersonId } from '../../domain/kernel/ids.ts';
import { type Result, refuse } from '../../domain/kernel/result.ts';
import type { KnownPerson } from '../../domain/known-person.ts';
import type { Writes } from '../context.ts';
import type { Places } from '../queries/appointments/places.ts';
import { centreProduct } from '../queries/centre/centre-product.ts';

/** Dates that a list brings, booked as the desk would; what is refused reads as the fault of the row. */
export function decideListDates(
  { now, settings, newId }: Pick<Writes, 'now' | 'settings' | 'newId'>,
  known: KnownPerson,
  { personId, dates }: { readonly personId: PersonId; readonly dates: readonly ImportedAppointment[] },
  { placeOf }: Places,
): Result<AppointmentBooked[], RowFault> {
  const { productId } = centreProduct();
  const decided = decideDates(
    known,
    { personId, productId, source: 'import', dates },
    {
      placeOf,
      now: now(),
      timeZone: settings.timeZone,
      newAppointmentId: () => idOf<AppointmentId>(newId()),
    },
  );
  return decided.ok ? decided : refuse(faultOfDates(decided.refusal));
}
