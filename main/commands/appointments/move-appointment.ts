import { decideMove, type MoveRefusal } from '../../../domain/appointments/change-appointment.ts';
import { rangeDetails, windowOfDate } from '../../../domain/appointments/decide-dates.ts';
import type { MoveReason } from '../../../domain/appointments/events.ts';
import { dateAt, type SlotRefusal, whyNoPlace } from '../../../domain/appointments/slots.ts';
import type { AppointmentId, LaneId, PersonId } from '../../../domain/kernel/ids.ts';
import { type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson, withSeries } from '../../histories/person-history.ts';
import { slotAt } from '../../queries/appointments/find-slot.ts';
import { type Decided, runCommand } from '../run-command.ts';

export interface MoveAppointmentInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly appointmentId: AppointmentId;
  readonly lane: LaneId;
  readonly startsAt: Instant;
  readonly reason: Extract<MoveReason, 'asked' | 'interval'>;
}

export interface MoveAppointmentRefusal {
  readonly reason: MoveRefusal | SlotRefusal | 'person-unknown';
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Gives somebody another slot. */
export function moveAppointment(
  station: Writes,
  actor: Actor,
  input: MoveAppointmentInput,
): Result<{ appointmentId: AppointmentId }, MoveAppointmentRefusal> {
  const { requestId, personId, appointmentId, lane, startsAt, reason } = input;
  type Moved = Result<Decided<{ appointmentId: AppointmentId }>, MoveAppointmentRefusal>;
  return runCommand(station, { name: 'move-appointment', actor, requestId }, (): Moved => {
    const known = loadPerson(station.db, personId);
    if (known.person.status !== 'registered') return refuse({ reason: 'person-unknown' });
    const date = known.appointments.appointments.find((each) => each.appointmentId === appointmentId);
    const slot = slotAt(station, lane, startsAt);
    const series = withSeries(station.db, personId, known);
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const window = date && slot && windowOfDate(series, { ...date, day: slot.day }, today);
    // A lane in which another vaccine is given has no place for this date.
    if (slot && date && slot.productId !== date.productId) return refuse({ reason: 'slot-unknown' });
    const noPlace = whyNoPlace(slot, station.now());
    if (!slot || noPlace) return refuse({ reason: noPlace ?? 'slot-unknown' });
    const decided = decideMove(
      known.appointments,
      { appointmentId, personId, to: dateAt(slot), reason },
      window,
    );
    if (!decided.ok) return refuse({ reason: decided.refusal, ...rangeDetails(decided.refusal, window) });
    return accept({
      stream: personId,
      events: decided.value,
      known,
      value: { appointmentId },
    });
  });
}
