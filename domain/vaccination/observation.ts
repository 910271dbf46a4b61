import type { AppointmentsState } from '../appointments/appointments.ts';
import { openVisit, openVisitOn, type Visit } from '../appointments/visits.ts';
import type { PersonId, VisitId } from '../kernel/ids.ts';
import { addMinutes, type Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type {
  EarlyRelease,
  Observation,
  ObservationEnded,
  ObservationMinutes,
  ObservationReason,
  ObservationSet,
} from './observation-events.ts';

export interface PlannedObservation {
  readonly minutes: ObservationMinutes;
  readonly because: ObservationReason;
}

export function observationEndsAt({ startsAt, minutes }: Observation): Instant {
  return addMinutes(startsAt, minutes);
}

/** Whoever reacted to an earlier dose stays for so long after the next. */
const MINUTES_AFTER_REACTION = 30;

/**
 * How long somebody stays after a dose of this product: longer, if they reacted to an earlier dose. Whoever gives it may
 * choose longer, never shorter.
 */
export function planObservation(
  { observationMinutes }: { readonly observationMinutes: ObservationMinutes },
  { hasReacted }: { readonly hasReacted: boolean },
  chosen?: ObservationMinutes,
): PlannedObservation {
  const usual: PlannedObservation =
    hasReacted && observationMinutes < MINUTES_AFTER_REACTION
      ? { minutes: MINUTES_AFTER_REACTION, because: 'earlier-reaction' }
      : { minutes: observationMinutes, because: 'product' };
  return chosen !== undefined && chosen > usual.minutes ? { minutes: chosen, because: 'chosen' } : usual;
}

interface OfVisit {
  readonly visitId: VisitId;
  readonly personId: PersonId;
}

/**
 * After a dose, whoever is in the house stays. Who must stay longer for an earlier dose of this visit stays for that one;
 * of somebody who was never checked in nobody can say where they are.
 */
export function observeAfterDose(
  state: AppointmentsState,
  personId: PersonId,
  today: PlainDate,
  { startsAt, minutes, because }: PlannedObservation & { readonly startsAt: Instant },
): ObservationSet[] {
  const visit = openVisitOn(state.visits, today);
  if (!visit) return [];
  const { visitId, observation: running } = visit;
  const next = { startsAt, minutes };
  if (running && observationEndsAt(running) >= observationEndsAt(next)) return [];
  return [{ type: 'ObservationSet', version: 1, data: { visitId, personId, ...next, because } }];
}

type VisitRefusal = 'visit-unknown' | 'observation-none';
export type LengthenRefusal = VisitRefusal | 'observation-not-longer';

/** Somebody under observation shall stay longer, reckoned from the dose. */
export function decideLengthen(
  state: AppointmentsState,
  { minutes, today, ...visit }: OfVisit & { readonly minutes: ObservationMinutes; readonly today: PlainDate },
): Result<ObservationSet[], LengthenRefusal> {
  const observed = observedVisit(state, visit.visitId, today);
  if (!observed.ok) return observed;
  const { startsAt, minutes: before } = observed.value;
  if (minutes <= before) return refuse('observation-not-longer');
  const data = { ...visit, startsAt, minutes, because: 'chosen' } as const;
  return accept([{ type: 'ObservationSet', version: 1, data }]);
}

export type ReleaseRefusal = VisitRefusal | 'observation-running' | 'release-by-doctor';

/** Released once the time is over; before, and of whoever a reaction holds, only with the reason. */
export function decideRelease(
  state: AppointmentsState,
  {
    now,
    today,
    early,
    isHeld = false,
    ...visit
  }: OfVisit & {
    readonly now: Instant;
    readonly today: PlainDate;
    readonly early?: EarlyRelease;
    /** A severe reaction of today, or one that is not over. */
    readonly isHeld?: boolean;
  },
): Result<ObservationEnded[], ReleaseRefusal> {
  const observed = observedVisit(state, visit.visitId, today);
  if (!observed.ok) return observed;
  const isOver = observationEndsAt(observed.value) <= now;
  if (!isOver && early === undefined) return refuse('observation-running');
  if (isHeld && early === undefined) return refuse('release-by-doctor');
  const data = (isOver && !isHeld) || early === undefined ? visit : { ...visit, early };
  return accept([{ type: 'ObservationEnded', version: 1, data }]);
}

export function isObserved(visit: Visit): visit is Visit & { readonly observation: Observation } {
  return visit.stage === 'observation' && visit.observation !== undefined;
}

function observedVisit(
  state: AppointmentsState,
  visitId: VisitId,
  today: PlainDate,
): Result<Observation, VisitRefusal> {
  const visit = openVisit(state.visits, visitId, today);
  if (!visit) return refuse('visit-unknown');
  return isObserved(visit) ? accept(visit.observation) : refuse('observation-none');
}
