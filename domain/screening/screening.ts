import type { AppointmentId, ScreeningId, StaffId, VisitId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { ScreeningAnswered } from './events.ts';
import type { QuestionnaireRef, ScreeningAnswer, YesMeans } from './questionnaire.ts';
import { questionnaireOf } from './questionnaires.ts';

/** What answers lead to, the gravest of them. */
export type ScreeningOutcome = Exclude<YesMeans, 'note'> | 'clear';

export interface Screening {
  readonly screeningId: ScreeningId;
  readonly visitId: VisitId;
  readonly questionnaire: QuestionnaireRef;
  /** Empty where the key is not here. */
  readonly answers: readonly ScreeningAnswer[];
  readonly outcome: ScreeningOutcome;
  readonly at: Instant;
  readonly actor: string;
  /** Answers that these stand in place of, why, and who agreed where that was needed. */
  readonly replaces: readonly ScreeningId[];
  readonly reason?: string;
  readonly approvedBy?: StaffId;
  /** Questions with a no that was confirmed although the record knows a yes. */
  readonly againstRecord: readonly string[];
}

/** What somebody said of a date before they came: it holds nothing back and clears nothing. */
export interface AnsweredAhead {
  readonly screeningId: ScreeningId;
  readonly appointmentId: AppointmentId;
  readonly questionnaire: QuestionnaireRef;
  /** Empty where the key is not here. */
  readonly answers: readonly ScreeningAnswer[];
  readonly at: Instant;
}

export interface Clearing {
  readonly screeningIds: readonly ScreeningId[];
  readonly clearedBy: StaffId;
  readonly reason?: string;
}

/** What one person was asked before doses, and what doctors said to it. */
export interface ScreeningState {
  readonly answered: readonly Screening[];
  readonly ahead: readonly AnsweredAhead[];
  readonly clearings: readonly Clearing[];
}

export const neverScreened: ScreeningState = { answered: [], ahead: [], clearings: [] };

export function evolveScreening(state: ScreeningState, recorded: RecordedEvent): ScreeningState {
  const { event, occurredAt } = recorded;
  if (event.type === 'ScreeningAnswered') {
    const screening = screeningOf(event, occurredAt, recorded.actor);
    return { ...state, answered: [...state.answered, screening] };
  }
  if (event.type === 'ScreeningAnsweredAhead') {
    const { screeningId, appointmentId, questionnaire, personal } = event.data;
    const answers = personal?.answers ?? [];
    const ahead = { screeningId, appointmentId, questionnaire, answers, at: occurredAt };
    return { ...state, ahead: [...state.ahead, ahead] };
  }
  if (event.type !== 'ScreeningCleared') return state;
  const { screeningIds, clearedBy, personal } = event.data;
  return { ...state, clearings: [...state.clearings, { screeningIds, clearedBy, ...personal }] };
}

function screeningOf(event: ScreeningAnswered, at: Instant, actor: string): Screening {
  const { screeningId, visitId, questionnaire, personal } = event.data;
  const answers = personal?.answers ?? [];
  const outcome = personal ? outcomeOf(questionnaire, answers) : 'stop';
  const said = { screeningId, visitId, questionnaire, answers, outcome, at, actor };
  if (event.version === 1) return { ...said, replaces: [], againstRecord: [] };
  const { replaces = [], approvedBy, personal: sealed } = event.data;
  return {
    ...said,
    replaces,
    againstRecord: sealed?.againstRecord ?? [],
    ...(sealed?.reason ? { reason: sealed.reason } : {}),
    ...(approvedBy ? { approvedBy } : {}),
  };
}

/** A yes to a question that is not known here (a newer station asked it) holds a dose back, rather than letting it by. */
export function outcomeOf(ref: QuestionnaireRef, answers: readonly ScreeningAnswer[]): ScreeningOutcome {
  const questions = questionnaireOf(ref)?.questions ?? [];
  const means = answers
    .filter(({ isYes }) => isYes)
    .map(({ question }) => questions.find(({ id }) => id === question)?.yes ?? 'stop');
  if (means.includes('stop')) return 'stop';
  return means.includes('ask-the-doctor') ? 'ask-the-doctor' : 'clear';
}

/** What was said last of a date before the person came. */
export function aheadOf(
  { ahead }: ScreeningState,
  appointmentId: AppointmentId | undefined,
): AnsweredAhead | undefined {
  return ahead.findLast((each) => each.appointmentId === appointmentId);
}

/** Why no dose is given in a visit. */
export type ScreeningHold = 'screening-missing' | 'screening-stop' | 'screening-doctor';

/**
 * Every answer of the visit counts until a doctor cleared that very one, or it was gone through again: whoever merely asks
 * once more does not undo a stop. So it does not matter either in which order two stations hear of each other's answers.
 */
export function holdOf(state: ScreeningState, visitId: VisitId | undefined): ScreeningHold | undefined {
  if (standingScreenings(state, visitId).length === 0) return 'screening-missing';
  const outcomes = openScreenings(state, visitId).map(({ outcome }) => outcome);
  if (outcomes.includes('stop')) return 'screening-stop';
  return outcomes.includes('ask-the-doctor') ? 'screening-doctor' : undefined;
}

/** The answers of a visit that count: all but those in whose place others stand. */
export function standingScreenings(state: ScreeningState, visitId: VisitId | undefined): Screening[] {
  const replaced = new Set(state.answered.flatMap(({ replaces }) => replaces));
  return state.answered.filter((each) => each.visitId === visitId && !replaced.has(each.screeningId));
}

/** What a doctor is still to look at. */
export function openScreenings(state: ScreeningState, visitId: VisitId | undefined): Screening[] {
  const cleared = new Set(state.clearings.flatMap(({ screeningIds }) => screeningIds));
  return standingScreenings(state, visitId).filter(
    (each) => each.outcome !== 'clear' && !cleared.has(each.screeningId),
  );
}
