import type { EventOf } from '../kernel/event.ts';
import type { AppointmentId, PersonId, ScreeningId, StaffId, VisitId } from '../kernel/ids.ts';
import type { QuestionnaireRef, ScreeningAnswer } from './questionnaire.ts';

/** The centre asks these questions before each dose from now on; without a questionnaire, none. Of the centre's stream. */
export type ScreeningSwitched = EventOf<
  'ScreeningSwitched',
  1,
  { readonly questionnaire?: QuestionnaireRef }
>;

/** Somebody was asked. Nothing but the sealed part tells what they said, nor what it leads to. */
export type ScreeningAnswered = EventOf<
  'ScreeningAnswered',
  1,
  {
    readonly screeningId: ScreeningId;
    readonly visitId: VisitId;
    readonly personId: PersonId;
    readonly questionnaire: QuestionnaireRef;
    readonly personal?: { readonly answers: readonly ScreeningAnswer[] };
  }
>;

/**
 * Somebody answered the questions for one of their dates before they came. Nobody asked them: a dose takes
 * `ScreeningAnswered` all the same. What they said last of a date counts.
 */
export type ScreeningAnsweredAhead = EventOf<
  'ScreeningAnsweredAhead',
  1,
  {
    readonly screeningId: ScreeningId;
    readonly appointmentId: AppointmentId;
    readonly personId: PersonId;
    readonly questionnaire: QuestionnaireRef;
    readonly personal?: { readonly answers: readonly ScreeningAnswer[] };
  }
>;

/** A screening doctor knows of these answers, and lets the dose be given. */
export type ScreeningCleared = EventOf<
  'ScreeningCleared',
  1,
  {
    readonly visitId: VisitId;
    readonly personId: PersonId;
    readonly screeningIds: readonly ScreeningId[];
    readonly clearedBy: StaffId;
    /** Kept under the person's key; always there where an answer said stop. */
    readonly personal?: { readonly reason: string };
  }
>;

export type ScreeningEvent =
  | ScreeningSwitched
  | ScreeningAnswered
  | ScreeningAnsweredAhead
  | ScreeningCleared;
