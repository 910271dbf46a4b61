import type { AppointmentId, VisitId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { Observation } from '../vaccination/observation-events.ts';
import type { VisitEndedWithoutDose, VisitStage } from './events.ts';

/** One stay of somebody in the house. */
export interface Visit {
  readonly visitId: VisitId;
  readonly day: PlainDate;
  readonly appointmentId?: AppointmentId;
  readonly stage: VisitStage;
  /** Since the last dose of this visit; absent before it. */
  readonly observation?: Observation;
  /** They left without a dose, and why. */
  readonly ended?: VisitEndedWithoutDose['data']['reason'];
}

/** The visit that somebody is here on that day for; one that ended without a dose is over. */
export function openVisitOn(visits: readonly Visit[], day: PlainDate): Visit | undefined {
  return visits.find((visit) => visit.day === day && visit.ended === undefined);
}

/** Whether somebody is here for this visit on that day. */
export function isOpenVisit(visits: readonly Visit[], visitId: VisitId, day: PlainDate): boolean {
  return openVisit(visits, visitId, day) !== undefined;
}

export function openVisit(visits: readonly Visit[], visitId: VisitId, day: PlainDate): Visit | undefined {
  return visits.find((visit) => visit.visitId === visitId && visit.day === day && visit.ended === undefined);
}

/** The same list for events that say nothing of visits. */
export function evolveVisits(visits: readonly Visit[], { event }: RecordedEvent): readonly Visit[] {
  switch (event.type) {
    case 'CheckedIn':
      return [...visits, { ...event.data, stage: 'reception' }];
    case 'CheckInUndone':
      return visits.filter(({ visitId }) => visitId !== event.data.visitId);
    case 'VisitStageReached':
      return withVisit(visits, event.data.visitId, (visit) => reached(visit, event.data.stage));
    case 'VisitEndedWithoutDose':
      return withVisit(visits, event.data.visitId, (visit) => ended(visit, event.data.reason));
    case 'VisitResumed':
      return withVisit(visits, event.data.visitId, (visit) =>
        visit.ended === undefined ? visit : { ...unended(visit), stage: event.data.stage },
      );
    case 'DoseAdministered':
      return withVisit(visits, event.data.visitId, (visit) => ({ ...unended(visit), stage: 'observation' }));
    case 'ObservationSet': {
      const { visitId, startsAt, minutes } = event.data;
      return withVisit(visits, visitId, (visit) => ({ ...visit, observation: { startsAt, minutes } }));
    }
    case 'ObservationEnded':
      return withVisit(visits, event.data.visitId, (visit) => ({ ...visit, stage: 'check-out' }));
    case 'DoseVoided':
      return backToVaccination(visits, event.data.appointmentId);
    default:
      return visits;
  }
}

/** Whoever did not know that it had ended, or of the dose, cannot say that it goes on before that. */
function reached(visit: Visit, stage: VisitStage): Visit {
  const isObserved = visit.observation !== undefined && stage !== 'observation';
  return visit.ended === undefined && !isObserved ? { ...visit, stage } : visit;
}

/**
 * A dose is a fact: whoever did not know of it yet cannot say that the visit ended without one. Nor does a station at
 * which nobody had told anything take away what another was told.
 */
function ended(visit: Visit, reason: VisitEndedWithoutDose['data']['reason']): Visit {
  const isTold = visit.ended !== undefined && visit.ended !== 'not-told';
  if (visit.observation !== undefined || isTold) return visit;
  return { ...visit, stage: 'check-out', ended: reason };
}

function unended({ ended: _, ...visit }: Visit): Visit {
  return visit;
}

function withVisit(
  visits: readonly Visit[],
  visitId: VisitId | undefined,
  change: (visit: Visit) => Visit,
): readonly Visit[] {
  return visits.map((visit) => (visit.visitId === visitId ? change(visit) : visit));
}

/** The visit of a voided dose goes on where it was, unless the person has left; there is nothing to observe in either. */
function backToVaccination(
  visits: readonly Visit[],
  appointmentId: AppointmentId | undefined,
): readonly Visit[] {
  if (appointmentId === undefined) return visits;
  return visits.map((visit) =>
    visit.appointmentId === appointmentId && visit.observation !== undefined ? unobserved(visit) : visit,
  );
}

function unobserved({ observation: _, ...visit }: Visit): Visit {
  return visit.stage === 'observation' ? { ...visit, stage: 'vaccination' } : visit;
}
