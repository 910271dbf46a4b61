import {
  idOf,
  type PersonId,
  type ScreeningId,
  type StaffId,
  type VisitId,
} from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import {
  type AnswerRefusal,
  type AnswerScreening,
  type ClearRefusal,
  decideAnswerScreening,
  decideClearScreening,
} from '../../../domain/screening/decide-screening.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { knownFrom } from '../../histories/person-history.ts';
import { knownAnswersOf } from '../../queries/screening/known-answers.ts';
import { activeQuestionnaire, screeningFrom } from '../../queries/screening/screening.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { runCommand } from '../run-command.ts';

interface OfVisit {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly visitId: VisitId;
}
type OfPerson = { readonly personId: PersonId };

/** Somebody was asked before a dose, or asked again in the same visit. */
export function answerScreening(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: OfVisit & Omit<AnswerScreening, 'screeningId'>,
): Result<OfPerson, AnswerRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'answer-screening', actor, requestId }, () => {
    const history = historyOf(station.db, wish.personId);
    const known = knownFrom(history);
    // Nothing personal can be written of somebody whose key is not here, or was destroyed.
    if (!('details' in known.person)) return refuse('person-unknown');
    const screeningId = idOf<ScreeningId>(station.newId());
    const { visits } = known.appointments;
    const ground = {
      visits,
      today: plainDateAt(station.now(), station.settings.timeZone),
      active: activeQuestionnaire(station.db),
      state: screeningFrom(history),
      known: knownAnswersOf(station, wish.personId, wish.visitId),
    };
    const decided = decideAnswerScreening(ground, { ...wish, screeningId });
    if (!decided.ok) return decided;
    const { personId } = wish;
    return accept({ stream: personId, events: decided.value, known, value: { personId } });
  });
}

/** A screening doctor lets the dose be given. */
export function clearScreening(
  station: Writes,
  actor: Actor,
  { requestId, ...wish }: OfVisit & { readonly clearedBy: StaffId; readonly reason: string },
): Result<OfPerson, ClearRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'clear-screening', actor, requestId }, () => {
    const history = historyOf(station.db, wish.personId);
    const known = knownFrom(history);
    if (!('details' in known.person)) return refuse('person-unknown');
    const { visits } = known.appointments;
    const at = { visits, today: plainDateAt(station.now(), station.settings.timeZone) };
    const decided = decideClearScreening(screeningFrom(history), at, wish);
    if (!decided.ok) return decided;
    const { personId } = wish;
    return accept({ stream: personId, events: decided.value, known, value: { personId } });
  });
}
