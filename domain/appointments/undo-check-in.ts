import type { AppointmentId, PersonId, VisitId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { VaccinationState } from '../vaccination/vaccination.ts';
import type { AppointmentsState } from './appointments.ts';
import type { AppointmentMoved, CheckInUndone } from './events.ts';
import { openVisit, type Visit } from './visits.ts';

export interface UndoCheckIn {
  readonly visitId: VisitId;
  readonly personId: PersonId;
  readonly today: PlainDate;
}

export type UndoRefusal = 'visit-unknown' | 'dose-already-today';

/**
 * The wrong person was checked in: they are expected again, and who was taken in without a date has none. Only on the
 * day of the visit, and only as long as it led to no dose.
 */
export function decideUndoCheckIn(
  known: { readonly appointments: AppointmentsState; readonly vaccination: VaccinationState },
  history: readonly RecordedEvent[],
  { visitId, personId, today }: UndoCheckIn,
): Result<[CheckInUndone], UndoRefusal> {
  const visit = openVisit(known.appointments.visits, visitId, today);
  if (!visit) return refuse('visit-unknown');
  const isVaccinated = known.vaccination.doses.some(
    (dose) => !dose.isVoided && !dose.isElsewhere && dose.givenOn === today,
  );
  if (isVaccinated) return refuse('dose-already-today');
  const { appointmentId } = visit;
  const facts = { visitId, personId, day: today };
  const date = dateWithout(visit, known.appointments, history);
  const data = appointmentId === undefined ? facts : { ...facts, appointmentId, date };
  return accept([{ type: 'CheckInUndone', version: 2, data }]);
}

/** What the date of a visit is if that visit never was. */
function dateWithout(
  { visitId, appointmentId }: Visit,
  { visits }: AppointmentsState,
  history: readonly RecordedEvent[],
): NonNullable<CheckInUndone['data']['date']> {
  const hadLeft = visits.some(
    (other) =>
      other.visitId !== visitId && other.appointmentId === appointmentId && other.ended !== undefined,
  );
  if (hadLeft) return 'not-vaccinated';
  return isMadeByCheckIn(history, appointmentId) ? 'cancelled' : 'booked';
}

function isMadeByCheckIn(
  history: readonly RecordedEvent[],
  appointmentId: AppointmentId | undefined,
): boolean {
  return history.some(
    ({ event }) =>
      event.type === 'AppointmentBooked' &&
      event.data.appointmentId === appointmentId &&
      event.data.source === 'walk-in',
  );
}

/** Where the date was before this check-in brought it to now; undefined where it stayed. */
export function dateBefore(
  history: readonly RecordedEvent[],
  visitId: VisitId,
): AppointmentMoved['data']['from'] | undefined {
  const at = history.findIndex(({ event }) => event.type === 'CheckedIn' && event.data.visitId === visitId);
  const [checkedIn, before] = [history[at]?.event, history[at - 1]?.event];
  if (checkedIn?.type !== 'CheckedIn' || before?.type !== 'AppointmentMoved') return undefined;
  const { appointmentId, reason, from } = before.data;
  const isOfArrival = reason === 'wrong-day' || reason === 'wrong-centre';
  return isOfArrival && appointmentId === checkedIn.data.appointmentId ? from : undefined;
}
