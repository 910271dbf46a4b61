import type { AppointmentId, PersonId, VisitId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { courseOn, isOfCourse } from '../products/course.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { VaccinationState } from '../vaccination/vaccination.ts';
import type { AppointmentsState } from './appointments.ts';
import type {
  AppointmentCancelled,
  VisitEndedWithoutDose,
  VisitEndReason,
  VisitResumed,
  VisitStage,
} from './events.ts';
import { openVisit, openVisitOn, type Visit } from './visits.ts';

interface OfVisit {
  readonly visitId: VisitId;
  readonly personId: PersonId;
  readonly today: PlainDate;
}

interface KnownVisits {
  readonly appointments: AppointmentsState;
  readonly vaccination: VaccinationState;
}

export type EndVisitRefusal = 'visit-unknown' | 'dose-already-today';

/** Somebody who is here leaves without a dose, whatever stage they had reached. */
export function decideEndVisit(
  { appointments, vaccination }: KnownVisits,
  { visitId, personId, today, reason }: OfVisit & { readonly reason: VisitEndReason },
): Result<[VisitEndedWithoutDose], EndVisitRefusal> {
  const visit = openVisit(appointments.visits, visitId, today);
  if (!visit) return refuse('visit-unknown');
  const isVaccinated = vaccination.doses.some(
    (dose) => !dose.isVoided && !dose.isElsewhere && dose.givenOn === today,
  );
  if (isVaccinated) return refuse('dose-already-today');
  return accept([visitEnded({ ...visit, personId }, reason)]);
}

/** That of somebody who left without a dose: today, or on a day that is over. */
export function visitEnded(
  {
    visitId,
    personId,
    day,
    appointmentId,
  }: {
    readonly visitId: VisitId;
    readonly personId: PersonId;
    readonly day: PlainDate;
    readonly appointmentId?: AppointmentId;
  },
  reason: VisitEndedWithoutDose['data']['reason'],
): VisitEndedWithoutDose {
  const facts = { visitId, personId, day, reason };
  return {
    type: 'VisitEndedWithoutDose',
    version: 1,
    data: appointmentId === undefined ? facts : { ...facts, appointmentId },
  };
}

export type ResumeVisitRefusal = 'visit-not-ended' | 'already-checked-in';

/**
 * The end was noted by mistake, or they stay after all: the visit goes on where it was, on the same day. What was booked
 * since then in the place of its date is cancelled again.
 */
export function decideResumeVisit(
  { appointments }: KnownVisits,
  history: readonly RecordedEvent[],
  { visitId, personId, today }: OfVisit,
): Result<readonly [VisitResumed, ...AppointmentCancelled[]], ResumeVisitRefusal> {
  const visit = appointments.visits.find((each) => each.visitId === visitId && each.day === today);
  if (visit?.ended === undefined) return refuse('visit-not-ended');
  if (openVisitOn(appointments.visits, today)) return refuse('already-checked-in');
  const { appointmentId } = visit;
  const facts = { visitId, personId, day: today, stage: stageBefore(history, visitId) };
  const data = appointmentId === undefined ? facts : { ...facts, appointmentId };
  const cancelled = cancelBookedInstead(appointments, history, personId, visit);
  return accept([{ type: 'VisitResumed', version: 1, data }, ...cancelled]);
}

/** Where they were when they left. */
function stageBefore(history: readonly RecordedEvent[], visitId: VisitId): VisitStage {
  const reached = history.findLast(
    ({ event }) => event.type === 'VisitStageReached' && event.data.visitId === visitId,
  )?.event;
  const stage = reached?.type === 'VisitStageReached' ? reached.data.stage : 'reception';
  return stage === 'check-out' || stage === 'observation' ? 'vaccination' : stage;
}

/** What was booked in the place of a date after somebody had left without its dose is cancelled once they come for it after all. */
export function cancelBookedInstead(
  appointments: AppointmentsState,
  history: readonly RecordedEvent[],
  personId: PersonId,
  visit: Pick<Visit, 'visitId' | 'appointmentId'>,
): AppointmentCancelled[] {
  return bookedInPlaceOf(appointments, history, visit).map((appointmentId) => ({
    type: 'AppointmentCancelled',
    version: 1,
    data: { appointmentId, personId, reason: 'wrong-entry' },
  }));
}

/** Dates that were booked for the same dose after the visit ended, and that are still to come. */
function bookedInPlaceOf(
  { appointments }: AppointmentsState,
  history: readonly RecordedEvent[],
  { visitId, appointmentId }: Pick<Visit, 'visitId' | 'appointmentId'>,
): AppointmentId[] {
  const ended = appointments.find((date) => date.appointmentId === appointmentId);
  if (!ended) return [];
  const at = history.findLastIndex(
    ({ event }) => event.type === 'VisitEndedWithoutDose' && event.data.visitId === visitId,
  );
  const bookedSince = new Set(
    history
      .slice(at + 1)
      .flatMap(({ event }) => (event.type === 'AppointmentBooked' ? [event.data.appointmentId] : [])),
  );
  return appointments
    .filter(
      (date) =>
        bookedSince.has(date.appointmentId) &&
        date.status === 'booked' &&
        date.plannedDose === ended.plannedDose &&
        isOfCourse(courseOn(ended.productId, ended.day), date.productId, date.day),
    )
    .map((date) => date.appointmentId);
}
