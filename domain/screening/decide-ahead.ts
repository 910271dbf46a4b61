import type { PlannedAppointment } from '../appointments/appointments.ts';
import type { AppointmentId, PersonId, ScreeningId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { ScreeningAnsweredAhead } from './events.ts';
import {
  isSameQuestionnaire,
  type Questionnaire,
  type QuestionnaireRef,
  type ScreeningAnswer,
} from './questionnaire.ts';
import { aheadOf, type ScreeningState } from './screening.ts';

/** What the centre asks, the dates of the person, and which day it is. */
export interface AheadGround {
  /** Undefined where the centre asks nothing. */
  readonly active: Questionnaire | undefined;
  readonly dates: readonly PlannedAppointment[];
  readonly screening: ScreeningState;
  readonly today: PlainDate;
}

export interface AnswerAhead {
  readonly screeningId: ScreeningId;
  readonly appointmentId: AppointmentId;
  readonly personId: PersonId;
  readonly questionnaire: QuestionnaireRef;
  readonly answers: readonly ScreeningAnswer[];
}

/** Why the questions cannot be answered for a date, whatever the answers. */
export type AheadHold = 'screening-off' | 'date-unknown' | 'visit-begun';

export type AheadRefusal =
  | AheadHold
  | 'questionnaire-changed'
  | 'question-unknown'
  | 'answers-incomplete'
  | 'answers-unchanged';

/** The questions for this date, as long as it is to come and nobody was received for it. */
export function questionsAhead(
  { active, dates, today }: Omit<AheadGround, 'screening'>,
  appointmentId: AppointmentId,
): Result<Questionnaire, AheadHold> {
  if (!active) return refuse('screening-off');
  const date = dates.find((each) => each.appointmentId === appointmentId);
  if (!date || date.status === 'cancelled' || date.status === 'elsewhere') return refuse('date-unknown');
  return date.status === 'booked' && date.day >= today ? accept(active) : refuse('visit-begun');
}

/** Every question is answered, once; whoever says the same again has said it already. */
export function decideAnswerAhead(
  ground: AheadGround,
  { questionnaire, answers, ...ahead }: AnswerAhead,
): Result<[ScreeningAnsweredAhead], AheadRefusal> {
  const asked = questionsAhead(ground, ahead.appointmentId);
  if (!asked.ok) return asked;
  const { id, version, questions } = asked.value;
  if (!isSameQuestionnaire(asked.value, questionnaire)) return refuse('questionnaire-changed');
  if (answers.some(({ question }) => !questions.some((each) => each.id === question)))
    return refuse('question-unknown');
  const inOrder = questions.flatMap((question) => {
    const [only, ...more] = answers.filter((each) => each.question === question.id);
    return only && more.length === 0 ? [only] : [];
  });
  if (inOrder.length < questions.length) return refuse('answers-incomplete');
  const before = aheadOf(ground.screening, ahead.appointmentId);
  if (before && isSameQuestionnaire(before.questionnaire, questionnaire) && isSame(before.answers, inOrder))
    return refuse('answers-unchanged');
  const data = { ...ahead, questionnaire: { id, version }, personal: { answers: inOrder } };
  return accept([{ type: 'ScreeningAnsweredAhead', version: 1, data }]);
}

function isSame(one: readonly ScreeningAnswer[], other: readonly ScreeningAnswer[]): boolean {
  const isEqual = ({ question, isYes }: ScreeningAnswer, at: number) =>
    other[at]?.question === question && other[at].isYes === isYes;
  return one.length === other.length && one.every(isEqual);
}
