import { type CancelRefusal, decideCancel } from '../../../domain/appointments/change-appointment.ts';
import type { CancelReason } from '../../../domain/appointments/events.ts';
import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { passUpdate } from '../../follow-ups/appointment-effects.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { messageDraft } from '../../outbox/message-draft.ts';
import type { Station } from '../../station.ts';
import { runCommand } from '../run-command.ts';
import { offerFreePlaces } from './offer-free-places.ts';

export interface CancelAppointmentInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly appointmentId: AppointmentId;
  readonly reason: Extract<CancelReason, 'asked' | 'wrong-entry'>;
}

/** Cancels one date. Its place is free at once, and offered to whoever waits for it. */
export function cancelAppointment(
  station: Station,
  actor: Actor,
  input: CancelAppointmentInput,
): Result<{ appointmentId: AppointmentId }, CancelRefusal | 'person-unknown'> {
  const { requestId, ...wish } = input;
  const topics = ['desk', 'passes', 'appointments'] as const;
  const cancelled = runCommand(station, { name: 'cancel-appointment', actor, requestId, topics }, () => {
    const known = loadPerson(station.db, wish.personId);
    if (known.person.status === 'unknown') return refuse('person-unknown');
    const decided = decideCancel(known.appointments, wish);
    if (!decided.ok) return decided;
    const pass = passUpdate(known, 'next-appointment');
    return accept({
      stream: wish.personId,
      events: [...decided.value, ...pass.events],
      outbox: [...pass.outbox, messageDraft(wish.personId, 'appointment-cancelled', wish.appointmentId)],
      value: { appointmentId: wish.appointmentId },
    });
  });
  if (cancelled.ok) offerFreePlaces(station);
  return cancelled;
}
