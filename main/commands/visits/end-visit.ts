import {
  decideEndVisit,
  decideResumeVisit,
  type EndVisitRefusal,
  type ResumeVisitRefusal,
  visitEnded,
} from '../../../domain/appointments/end-visit.ts';
import type { VisitEndReason } from '../../../domain/appointments/events.ts';
import type { PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { KnownPerson } from '../../../domain/known-person.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { knownFrom, loadPerson } from '../../histories/person-history.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { unendedVisits } from '../../store/tables/appointments/appointments.ts';
import { runCommand } from '../run-command.ts';

interface OfVisit {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly visitId: VisitId;
}

/** Somebody who is here leaves without a dose. */
export function endVisit(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: OfVisit & { readonly reason: VisitEndReason },
): Result<{ visitId: VisitId }, EndVisitRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'end-visit', actor, requestId }, () => {
    const known = loadPerson(station.db, wish.personId);
    if (known.person.status !== 'registered') return refuse('person-unknown');
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const decided = decideEndVisit(known, { ...wish, today });
    return decided.ok ? accept(ofVisit(wish, known, decided.value)) : decided;
  });
}

/** They stay after all, or it was somebody else who left. */
export function resumeVisit(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: OfVisit,
): Result<{ visitId: VisitId }, ResumeVisitRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'resume-visit', actor, requestId }, () => {
    const history = historyOf(station.db, wish.personId);
    const known = knownFrom(history);
    if (known.person.status !== 'registered') return refuse('person-unknown');
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const decided = decideResumeVisit(known, history, { ...wish, today });
    return decided.ok ? accept(ofVisit(wish, known, decided.value)) : decided;
  });
}

/** What is stated of one visit, and answered with it. */
function ofVisit<Event>({ personId, visitId }: OfVisit, known: KnownPerson, events: readonly Event[]) {
  return { stream: personId, events, known, value: { visitId } };
}

/**
 * Ends what nobody ended on days that are over, so that no date of the past stays on a pass: a date that was checked in
 * and whose dose was never given. What the station does by itself after midnight.
 */
export function endPastVisits(station: Writes): void {
  const today = plainDateAt(station.now(), station.settings.timeZone);
  runCommand(station, { name: 'end-past-visits', actor: 'outbox' }, () => {
    const [first, ...others] = unendedVisits(station.db, today).map((row) => ({
      stream: row.person_id as string,
      events: [
        visitEnded(
          {
            visitId: row.visit_id,
            personId: row.person_id,
            day: row.day,
            appointmentId: row.appointment_id,
          },
          'not-told',
        ),
      ],
    }));
    if (!first) return refuse('nobody-here');
    return accept({ ...first, also: others, value: { count: others.length + 1 } });
  });
}
