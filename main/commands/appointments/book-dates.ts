import {
  type DatesRefusal,
  type DateWishes,
  decideDates,
} from '../../../domain/appointments/decide-dates.ts';
import { type AppointmentId, idOf } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { scheduleOf } from '../../../domain/schedules/products.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { Places } from '../../queries/appointments/places.ts';
import { runCommand } from '../run-command.ts';

export interface BookDatesInput extends DateWishes {
  readonly requestId?: string;
}

export interface BookDatesRefusal extends Omit<DatesRefusal, 'reason'> {
  readonly reason: DatesRefusal['reason'] | 'person-unknown' | 'product-unknown';
}

/** Books the dates of a series together. */
export function bookDates(
  station: Writes,
  actor: Actor,
  { requestId, ...wishes }: BookDatesInput,
): Result<{ appointmentIds: AppointmentId[] }, BookDatesRefusal> {
  const { personId, productId } = wishes;
  type Refused = Result<never, BookDatesRefusal>;
  return runCommand(station, { name: 'book-appointment', actor, requestId }, () => {
    if (!scheduleOf(productId)) return refuse({ reason: 'product-unknown' }) as Refused;
    const known = loadPerson(station.db, personId);
    if (known.person.status !== 'registered') return refuse({ reason: 'person-unknown' }) as Refused;
    const booked = decideDates(known, wishes, {
      placeOf: new Places(station).placeOf,
      now: station.now(),
      timeZone: station.settings.timeZone,
      newAppointmentId: () => idOf<AppointmentId>(station.newId()),
    });
    if (!booked.ok) return booked;
    const appointmentIds = booked.value.map(({ data }) => data.appointmentId);
    return accept({ stream: personId, events: booked.value, known, value: { appointmentIds } });
  });
}
