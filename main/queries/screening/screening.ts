import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { openVisitOn } from '../../../domain/appointments/visits.ts';
import { inBoth } from '../../../domain/kernel/bilingual.ts';
import { fold } from '../../../domain/kernel/event.ts';
import type { AppointmentId, PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { Questionnaire } from '../../../domain/screening/questionnaire.ts';
import { isSameQuestionnaire } from '../../../domain/screening/questionnaire.ts';
import { questionnaireOf, questionnaires } from '../../../domain/screening/questionnaires.ts';
import {
  aheadOf,
  evolveScreening,
  holdOf,
  neverScreened,
  openScreenings,
  outcomeOf,
  type Screening,
  type ScreeningHold,
  type ScreeningState,
} from '../../../domain/screening/screening.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import type { Reads } from '../../context.ts';
import { knownFrom } from '../../histories/person-history.ts';
import type { ReadableDb } from '../../store/database.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { activeQuestionnaireRef } from '../../store/tables/screening/dose-steps.ts';
import { actorName } from '../staff/actor-name.ts';

/** The questions that the centre asks before each dose; undefined where it asks none. */
export function activeQuestionnaire(db: ReadableDb): Questionnaire | undefined {
  const ref = activeQuestionnaireRef(db);
  return ref && questionnaireOf(ref);
}

export function screeningFrom(history: readonly RecordedEvent[]): ScreeningState {
  return fold(neverScreened, evolveScreening, history);
}

/** Why nobody may give this person a dose in that visit, if the centre asks before a dose. */
export function screeningHold(
  db: ReadableDb,
  history: readonly RecordedEvent[],
  visitId: VisitId | undefined,
): ScreeningHold | undefined {
  return activeQuestionnaireRef(db) ? holdOf(screeningFrom(history), visitId) : undefined;
}

/** What was answered in that visit against a dose; nothing where nobody asked yet. */
export function heldByAnswers(
  db: ReadableDb,
  personId: PersonId,
  visitId: VisitId | undefined,
): Exclude<ScreeningHold, 'screening-missing'> | undefined {
  if (!visitId || !activeQuestionnaireRef(db)) return undefined;
  const hold = holdOf(screeningFrom(historyOf(db, personId)), visitId);
  return hold === 'screening-missing' ? undefined : hold;
}

/** What the centre asks, and what there is to choose from. */
export function screeningSetting(db: ReadableDb): ChannelOutput<'screening.setting'> {
  const active = activeQuestionnaireRef(db);
  return { ...(active ? { active } : {}), questionnaires: questionnaires.map(questionnaireView) };
}

/** Of today's visit of somebody: what is asked, what they said, and what stands against a dose. */
export function screeningOfPerson(
  { db, now, settings }: Reads,
  personId: PersonId,
): ChannelOutput<'screening.of-person'> {
  const active = activeQuestionnaire(db);
  const history = historyOf(db, personId);
  const today = plainDateAt(now(), settings.timeZone);
  const visit = openVisitOn(knownFrom(history).appointments.visits, today);
  const visitId = visit?.visitId;
  const state = screeningFrom(history);
  const told = aheadView(state, visit?.appointmentId, active);
  if (!active) return told;
  const ofVisit = state.answered.filter((each) => each.visitId === visitId);
  const hold = holdOf(state, visitId);
  const open = openScreenings(state, visitId);
  const said = open.length > 0 ? open : ofVisit;
  const cleared = state.clearings.findLast(({ screeningIds }) =>
    ofVisit.some(({ screeningId }) => screeningIds.includes(screeningId)),
  );
  const by = cleared && actorName(db, `staff:${cleared.clearedBy}`);
  return {
    questionnaire: questionnaireView(active),
    ...(visitId ? { visitId } : {}),
    ...(hold ? { hold } : {}),
    yes: said.flatMap(affirmed),
    ...told,
    ...(cleared ? { cleared: { ...(by ? { by } : {}), reason: cleared.reason ?? '' } } : {}),
  };
}

/** What was said before the visit, by the words in which it was asked; an answer to a question unknown here says stop. */
function aheadView(
  state: ScreeningState,
  appointmentId: AppointmentId | undefined,
  active: Questionnaire | undefined,
): Pick<ChannelOutput<'screening.of-person'>, 'ahead'> {
  const ahead = appointmentId && aheadOf(state, appointmentId);
  if (!ahead) return {};
  const { questionnaire, answers, at } = ahead;
  const questions = questionnaireOf(questionnaire)?.questions ?? [];
  return {
    ahead: {
      at,
      outcome: answers.length === 0 ? 'stop' : outcomeOf(questionnaire, answers),
      isOtherVersion: !isSameQuestionnaire(questionnaire, active),
      isUnreadable: answers.length === 0,
      answers: answers.map(({ question, isYes }) => {
        const asked = questions.find(({ id }) => id === question);
        return { ...(asked ?? { id: question, text: inBoth(question), yes: 'stop' as const }), isYes };
      }),
    },
  };
}

type Affirmed = NonNullable<ChannelOutput<'screening.of-person'>['yes']>[number];

/** What somebody said yes to, in the words in which they were asked. */
function affirmed({ questionnaire, answers }: Screening): Affirmed[] {
  const questions = questionnaireOf(questionnaire)?.questions ?? [];
  return answers
    .filter(({ isYes }) => isYes)
    .flatMap(({ question }) => questions.find(({ id }) => id === question) ?? []);
}

function questionnaireView({ id, version, name, source, questions }: Questionnaire) {
  return { id, version, name, source, questions: [...questions] };
}
