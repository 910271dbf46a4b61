import {
  type DatesRefusal,
  type DateWishes,
  decideDates,
} from '../../../domain/appointments/decide-dates.ts';
import { type AppointmentId, idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { KnownPerson } from '../../../domain/known-person.ts';
import { scheduleOf } from '../../../domain/schedules/plain-schedules.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson, withSeries } from '../../histories/person-history.ts';
import { Places } from '../../queries/appointments/places.ts';
import { activeProductIds } from '../../queries/products/active-products.ts';
import { productOfKnown } from '../../queries/products/product-of-person.ts';
import { runCommand } from '../run-command.ts';

export interface BookDatesInput extends Omit<DateWishes, 'productId'> {
  readonly requestId?: string;
  /** Absent for the vaccine that the person is here for. */
  readonly productId?: ProductId;
}

export interface BookDatesRefusal extends Omit<DatesRefusal, 'reason'> {
  readonly reason: DatesRefusal['reason'] | 'person-unknown' | 'product-unknown' | 'product-inactive';
}

/** Books the dates of a series together. */
export function bookDates(
  station: Writes,
  actor: Actor,
  { requestId, ...wishes }: BookDatesInput,
): Result<{ appointmentIds: AppointmentId[] }, BookDatesRefusal> {
  const { personId } = wishes;
  type Refused = Result<never, BookDatesRefusal>;
  return runCommand(station, { name: 'book-appointment', actor, requestId }, () => {
    const known = loadPerson(station.db, personId);
    if (known.person.status !== 'registered') return refuse({ reason: 'person-unknown' }) as Refused;
    const series = withSeries(station.db, personId, known);
    const productId = wishes.productId ?? productOfKnown(station, series).product.productId;
    if (!scheduleOf(productId)) return refuse({ reason: 'product-unknown' }) as Refused;
    // What lists and other systems agreed on stands; the desk offers what the centre gives.
    if (wishes.source === 'desk' && !isGiven(station, series, productId))
      return refuse({ reason: 'product-inactive' }) as Refused;
    const booked = decideDates(
      series,
      { ...wishes, productId },
      {
        placeOf: new Places(station).placeOf,
        now: station.now(),
        timeZone: station.settings.timeZone,
        newAppointmentId: () => idOf<AppointmentId>(station.newId()),
      },
    );
    if (!booked.ok) return booked;
    const appointmentIds = booked.value.map(({ data }) => data.appointmentId);
    return accept({ stream: personId, events: booked.value, known, value: { appointmentIds } });
  });
}

/** Active, or begun already: a series goes on with what it began with. */
function isGiven({ db }: Writes, { vaccination }: KnownPerson, productId: ProductId): boolean {
  return (
    activeProductIds(db).includes(productId) ||
    vaccination.doses.some((dose) => !dose.isVoided && dose.productId === productId)
  );
}
