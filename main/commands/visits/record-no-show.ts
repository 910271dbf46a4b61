import { decideNoShow, type NoShowRefusal } from '../../../domain/appointments/change-appointment.ts';
import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import type { Writes } from '../../context.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { daysWithExpected, expectedOn } from '../../store/tables/appointments/slots.ts';
import { runCommand } from '../run-command.ts';
import { endPastVisits } from './end-visit.ts';

export interface RecordNoShowInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly appointmentId: AppointmentId;
}

/** By hand: somebody whose date has begun did not come. A late arrival undoes it by checking in. */
export function recordNoShow(
  station: Writes,
  actor: Actor,
  { requestId, personId, appointmentId }: RecordNoShowInput,
): Result<{ appointmentId: AppointmentId }, NoShowRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'record-no-show', actor, requestId }, () => {
    const known = loadPerson(station.db, personId);
    const date = known.appointments.appointments.find((each) => each.appointmentId === appointmentId);
    if (!date) return refuse('appointment-unknown');
    const command = { appointmentId, personId, day: date.day, by: 'desk' } as const;
    const decided = decideNoShow(known.appointments, command, date.startsAt <= station.now());
    if (!decided.ok) return decided;
    return accept({ stream: personId, events: decided.value, known, value: { appointmentId } });
  });
}

/** The end of a day: everybody who is still expected on it did not come. Answers how many. */
export function endDay(
  station: Writes,
  actor: Actor,
  { requestId, day }: { readonly requestId?: string; readonly day: PlainDate },
): Result<{ count: number }, 'day-to-come' | 'nobody-expected'> {
  return runCommand(station, { name: 'end-day', actor, requestId }, () => {
    if (day > plainDateAt(station.now(), station.settings.timeZone)) return refuse('day-to-come');
    const [first, ...others] = expectedOn(station.db, day, undefined).map((row) => ({
      stream: row.person_id as string,
      events: [noShowAtDayEnd(row.appointment_id, row.person_id, day)],
    }));
    if (!first) return refuse('nobody-expected');
    return accept({ ...first, also: others, value: { count: others.length + 1 } });
  });
}

/**
 * Ends every day before today, however long the station stood still: a date that stays booked, or checked in, stays on
 * the pass. What the station does by itself after midnight, once the clock is to be trusted.
 */
export function endPastDays(station: Writes): void {
  if (!station.clock.isTrusted()) return;
  const today = plainDateAt(station.now(), station.settings.timeZone);
  for (const day of daysWithExpected(station.db, today)) endDay(station, 'outbox', { day });
  endPastVisits(station);
}

function noShowAtDayEnd(appointmentId: AppointmentId, personId: PersonId, day: PlainDate): StationEvent {
  return { type: 'NoShowRecorded', version: 1, data: { appointmentId, personId, day, by: 'day-end' } };
}
