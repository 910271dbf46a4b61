import type { BookedFacts } from '../../../domain/appointments/events.ts';
import type { AppointmentId, PersonId, ProductId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { type BookDatesRefusal, bookDates } from './book-dates.ts';

export interface BookAppointmentInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly productId: ProductId;
  readonly plannedDose: number;
  readonly startsAt: Instant;
  readonly source: BookedFacts['source'];
  readonly externalId?: string;
  readonly centre?: string;
}

/**
 * Books one date that was agreed elsewhere: it takes a free place where a slot begins at that moment, and stands
 * outside of the slots where there is none. It is never refused for want of a place. One at another centre takes none.
 */
export function bookAppointment(
  station: Writes,
  actor: Actor,
  input: BookAppointmentInput,
): Result<{ appointmentId: AppointmentId }, BookDatesRefusal['reason']> {
  const { requestId, personId, productId, source, ...date } = input;
  const booked = bookDates(station, actor, { requestId, personId, productId, source, dates: [date] });
  if (!booked.ok) return { ok: false, refusal: booked.refusal.reason };
  return accept({ appointmentId: booked.value.appointmentIds[0] as AppointmentId });
}
