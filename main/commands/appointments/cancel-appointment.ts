import { type CancelRefusal, decideCancel } from '../../../domain/appointments/change-appointment.ts';
import type { CancelReason } from '../../../domain/appointments/events.ts';
import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { runCommand } from '../run-command.ts';

export interface CancelAppointmentInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly appointmentId: AppointmentId;
  readonly reason: Extract<CancelReason, 'asked' | 'wrong-entry'>;
}

/** Cancels one date. */
export function cancelAppointment(
  station: Writes,
  actor: Actor,
  input: CancelAppointmentInput,
): Result<{ appointmentId: AppointmentId }, CancelRefusal | 'person-unknown'> {
  const { requestId, ...wish } = input;
  return runCommand(station, { name: 'cancel-appointment', actor, requestId }, () => {
    const known = loadPerson(station.db, wish.personId);
    if (known.person.status === 'unknown') return refuse('person-unknown');
    const decided = decideCancel(known.appointments, wish);
    if (!decided.ok) return decided;
    return accept({
      stream: wish.personId,
      events: decided.value,
      known,
      value: { appointmentId: wish.appointmentId },
    });
  });
}
