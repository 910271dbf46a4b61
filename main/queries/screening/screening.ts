import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { fold } from '../../../domain/kernel/event.ts';
import type { PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import type { Questionnaire } from '../../../domain/screening/questionnaire.ts';
import { questionnaireOf, questionnaires } from '../../../domain/screening/questionnaires.ts';
import {
  evolveScreening,
  holdOf,
  neverScreened,
  type ScreeningHold,
  type ScreeningState,
} from '../../../domain/screening/screening.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import type { ReadableDb } from '../../store/database.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { activeQuestionnaireRef } from '../../store/tables/screening/dose-steps.ts';

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

export function questionnaireView({ id, version, name, source, questions }: Questionnaire) {
  return { id, version, name, source, questions: [...questions] };
}
