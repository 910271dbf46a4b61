import { type CheckInRefusal, decideCheckIn } from '../../domain/appointments/appointments.ts';
import type { CheckedIn, CheckInWarning } from '../../domain/appointments/events.ts';
import { type AppointmentId, idOf, type PersonId, type VisitId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { scheduleOf } from '../../domain/schedules/products.ts';
import { doseWarnings } from '../../domain/vaccination/vaccination.ts';
import { centreProduct } from '../queries/centre-product.ts';
import type { Actor, Station } from '../station.ts';
import { loadPerson } from './person-history.ts';
import { runCommand } from './run-command.ts';

export interface CheckInInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly appointmentId?: AppointmentId;
  readonly via: CheckedIn['data']['via'];
  readonly overrides: readonly CheckInWarning[];
}

export function checkIn(
  station: Station,
  actor: Actor,
  input: CheckInInput,
): Result<{ visitId: VisitId }, CheckInRefusal | 'person-unknown'> {
  const { requestId, ...arrival } = input;
  return runCommand(station, { name: 'check-in', actor, requestId, topics: ['desk'] }, () => {
    const known = loadPerson(station.db, arrival.personId);
    if (known.person.status !== 'registered') return refuse('person-unknown');
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const schedule = scheduleOf(centreProduct().productId);
    const warnings = schedule
      ? doseWarnings(known.vaccination, schedule, today).filter(isCheckInWarning)
      : [];
    const visitId = idOf<VisitId>(station.newId());
    const decided = decideCheckIn(known.appointments, { ...arrival, visitId, today }, warnings);
    if (!decided.ok) return decided;
    return accept({ stream: arrival.personId, events: decided.value, value: { visitId } });
  });
}

function isCheckInWarning(warning: string): warning is 'too-early' | 'series-complete' {
  return warning === 'too-early' || warning === 'series-complete';
}
