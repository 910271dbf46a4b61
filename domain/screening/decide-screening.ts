import { isOpenVisit, type Visit } from '../appointments/visits.ts';
import type { PersonId, ScreeningId, StaffId, VisitId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { ScreeningAnswered, ScreeningCleared, ScreeningSwitched } from './events.ts';
import {
  isSameQuestionnaire,
  type Questionnaire,
  type QuestionnaireRef,
  type ScreeningAnswer,
} from './questionnaire.ts';
import { questionnaireOf } from './questionnaires.ts';
import { holdOf, openScreenings, type ScreeningState } from './screening.ts';

export type SwitchRefusal = 'questionnaire-unknown' | 'screening-unchanged';

/** The centre asks before each dose from now on, or asks no more. */
export function decideSwitchScreening(
  active: QuestionnaireRef | undefined,
  wished: QuestionnaireRef | undefined,
): Result<[ScreeningSwitched], SwitchRefusal> {
  if (wished && !questionnaireOf(wished)) return refuse('questionnaire-unknown');
  if (isSameQuestionnaire(active, wished)) return refuse('screening-unchanged');
  const data = wished ? { questionnaire: { id: wished.id, version: wished.version } } : {};
  return accept([{ type: 'ScreeningSwitched', version: 1, data }]);
}

interface OfVisit {
  readonly visitId: VisitId;
  readonly personId: PersonId;
}

/** Where somebody is, and which day it is. */
export interface VisitsToday {
  readonly visits: readonly Visit[];
  readonly today: PlainDate;
}

export interface AnswerScreening extends OfVisit {
  readonly screeningId: ScreeningId;
  readonly questionnaire: QuestionnaireRef;
  readonly answers: readonly ScreeningAnswer[];
}

export type AnswerRefusal =
  | 'screening-off'
  | 'questionnaire-changed'
  | 'visit-unknown'
  | 'answers-incomplete';

/** Every question of the questionnaire is answered, once. */
export function decideAnswerScreening(
  active: Questionnaire | undefined,
  at: VisitsToday,
  { questionnaire, answers, ...visit }: AnswerScreening,
): Result<[ScreeningAnswered], AnswerRefusal> {
  if (!active) return refuse('screening-off');
  if (!isSameQuestionnaire(active, questionnaire)) return refuse('questionnaire-changed');
  if (!isHere(at, visit.visitId)) return refuse('visit-unknown');
  const asked = active.questions.map(({ id }) => answers.filter(({ question }) => question === id));
  const inOrder = asked.flatMap(([only, ...more]) => (only && more.length === 0 ? [only] : []));
  if (inOrder.length < asked.length || answers.length > asked.length) return refuse('answers-incomplete');
  const ref = { id: active.id, version: active.version };
  const data = { ...visit, questionnaire: ref, personal: { answers: inOrder } };
  return accept([{ type: 'ScreeningAnswered', version: 1, data }]);
}

export interface ClearScreening extends OfVisit {
  readonly clearedBy: StaffId;
  readonly reason: string;
}

export type ClearRefusal = 'visit-unknown' | 'nothing-to-clear' | 'clearing-reason-missing';

/** The doctor lets the dose be given: in spite of a stop, only with the reason. */
export function decideClearScreening(
  state: ScreeningState,
  at: VisitsToday,
  { reason: words, ...clearing }: ClearScreening,
): Result<[ScreeningCleared], ClearRefusal> {
  const { visitId } = clearing;
  if (!isHere(at, visitId)) return refuse('visit-unknown');
  const screeningIds = openScreenings(state, visitId).map(({ screeningId }) => screeningId);
  if (screeningIds.length === 0) return refuse('nothing-to-clear');
  const reason = words.trim();
  if (reason === '' && holdOf(state, visitId) === 'screening-stop') return refuse('clearing-reason-missing');
  const data = { ...clearing, screeningIds, ...(reason === '' ? {} : { personal: { reason } }) };
  return accept([{ type: 'ScreeningCleared', version: 1, data }]);
}

function isHere({ visits, today }: VisitsToday, visitId: VisitId): boolean {
  return isOpenVisit(visits, visitId, today);
}
