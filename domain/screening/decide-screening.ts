import { isOpenVisit, type Visit } from '../appointments/visits.ts';
import type { PersonId, ScreeningId, StaffId, VisitId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { ScreeningAnswered, ScreeningCleared, ScreeningSwitched } from './events.ts';
import { answersAgainst, type KnownAnswer } from './known-answers.ts';
import {
  isSameQuestionnaire,
  type Questionnaire,
  type QuestionnaireRef,
  type ScreeningAnswer,
} from './questionnaire.ts';
import { questionnaireOf } from './questionnaires.ts';
import {
  holdOf,
  openScreenings,
  outcomeOf,
  type Screening,
  type ScreeningState,
  standingScreenings,
} from './screening.ts';

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
  /** Questions with a no that was asked back, since the record knows a yes, and stays a no. */
  readonly confirmedNo?: readonly string[];
  /** The answers of this visit are gone through again: these stand in their place. */
  readonly again?: { readonly reason: string; readonly approvedBy?: StaffId };
}

/** What the centre asks, what the person said before, and what the record knows of the answers. */
export interface AnswerGround extends VisitsToday {
  /** Undefined where the centre asks nothing. */
  readonly active: Questionnaire | undefined;
  readonly state: ScreeningState;
  readonly known: readonly KnownAnswer[];
}

export type AnswerRefusal =
  | 'screening-off'
  | 'questionnaire-changed'
  | 'visit-unknown'
  | 'answers-incomplete'
  | 'answer-against-record'
  | 'answers-not-there'
  | 'answers-reason-missing'
  | 'answers-milder';

/**
 * Every question of the questionnaire is answered, once. A no against a yes that the record knows is asked back. Answers
 * that are gone through again stand in place of those of the visit; nobody takes a yes back alone that stood against
 * the dose.
 */
export function decideAnswerScreening(
  { active, state, known, ...at }: AnswerGround,
  { questionnaire, answers, confirmedNo = [], again, ...visit }: AnswerScreening,
): Result<[ScreeningAnswered], AnswerRefusal> {
  if (!active) return refuse('screening-off');
  if (!isSameQuestionnaire(active, questionnaire)) return refuse('questionnaire-changed');
  if (!isHere(at, visit.visitId)) return refuse('visit-unknown');
  const asked = active.questions.map(({ id }) => answers.filter(({ question }) => question === id));
  const inOrder = asked.flatMap(([only, ...more]) => (only && more.length === 0 ? [only] : []));
  if (inOrder.length < asked.length || answers.length > asked.length) return refuse('answers-incomplete');
  const against = answersAgainst(known, inOrder);
  if (against.some((question) => !confirmedNo.includes(question))) return refuse('answer-against-record');
  const ref = { id: active.id, version: active.version };
  if (!again && against.length === 0) {
    const data = { ...visit, questionnaire: ref, personal: { answers: inOrder } };
    return accept([{ type: 'ScreeningAnswered', version: 1, data }]);
  }
  const revised: Result<Revision, AnswerRefusal> = again
    ? revise(standingScreenings(state, visit.visitId), inOrder, again)
    : accept({});
  if (!revised.ok) return revised;
  const { reason, ...open } = revised.value;
  const personal = {
    answers: inOrder,
    ...(against.length > 0 ? { againstRecord: against } : {}),
    ...(reason ? { reason } : {}),
  };
  const data = { ...visit, questionnaire: ref, ...open, personal };
  return accept([{ type: 'ScreeningAnswered', version: 2, data }]);
}

interface Revision {
  readonly replaces?: readonly ScreeningId[];
  readonly approvedBy?: StaffId;
  readonly reason?: string;
}

function revise(
  standing: readonly Screening[],
  answers: readonly ScreeningAnswer[],
  { reason: words, approvedBy }: NonNullable<AnswerScreening['again']>,
): Result<Revision, AnswerRefusal> {
  const reason = words.trim();
  if (standing.length === 0) return refuse('answers-not-there');
  if (reason === '') return refuse('answers-reason-missing');
  const isTakenBack = standing.some((each) => isMilder(each, answers));
  if (isTakenBack && !approvedBy) return refuse('answers-milder');
  const replaces = standing.map(({ screeningId }) => screeningId);
  return accept({ replaces, reason, ...(isTakenBack && approvedBy ? { approvedBy } : {}) });
}

/** Whether a yes that stood against the dose is one no more; of what cannot be read here nobody knows. */
function isMilder(
  { answers: before, questionnaire }: Screening,
  answers: readonly ScreeningAnswer[],
): boolean {
  if (before.length === 0) return true;
  const isNo = (question: string) => !answers.some((each) => each.question === question && each.isYes);
  return before.some(
    (each) => each.isYes && isNo(each.question) && outcomeOf(questionnaire, [each]) !== 'clear',
  );
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
