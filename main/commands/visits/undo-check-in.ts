import { decideMove } from '../../../domain/appointments/change-appointment.ts';
import type { DateAnywhere } from '../../../domain/appointments/events.ts';
import { freeIn } from '../../../domain/appointments/slots.ts';
import {
  dateBefore,
  decideUndoCheckIn,
  type UndoRefusal,
} from '../../../domain/appointments/undo-check-in.ts';
import type { PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { withEvents } from '../../../domain/known-person.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { knownFrom } from '../../histories/person-history.ts';
import { slotAt } from '../../queries/appointments/find-slot.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { runCommand } from '../run-command.ts';

export interface UndoCheckInInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly visitId: VisitId;
}

/** The wrong person was checked in: everything is as before it, and a date that it brought to now goes back. */
export function undoCheckIn(
  station: Writes,
  actor: Actor,
  { requestId, personId, visitId }: UndoCheckInInput,
): Result<{ visitId: VisitId }, UndoRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'undo-check-in', actor, requestId }, () => {
    const history = historyOf(station.db, personId);
    const known = knownFrom(history);
    if (known.person.status !== 'registered') return refuse('person-unknown');
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const decided = decideUndoCheckIn(known, history, { visitId, personId, today });
    if (!decided.ok) return decided;
    const [{ data }] = decided.value;
    const from = dateBefore(history, visitId);
    const { appointments } = withEvents(known, decided.value);
    const back =
      from && data.appointmentId
        ? decideMove(
            appointments,
            {
              personId,
              appointmentId: data.appointmentId,
              to: placeLeft(station, from),
              reason: 'wrong-day',
            },
            undefined,
          )
        : undefined;
    return accept({
      stream: personId,
      events: [...decided.value, ...(back?.ok ? back.value : [])],
      known,
      value: { visitId },
    });
  });
}

/** Who took the place meanwhile keeps it: the date then stands outside of the slots. */
function placeLeft(station: Writes, { lane, ...date }: DateAnywhere): DateAnywhere {
  const slot = lane && slotAt(station, lane, date.startsAt);
  return lane && slot && freeIn(slot) > 0 ? { ...date, lane } : date;
}
