import type { EventOf } from '../kernel/event.ts';
import type { AppointmentId, PersonId, ScreeningId, StaffId, VisitId } from '../kernel/ids.ts';
import type { QuestionnaireRef, ScreeningAnswer } from './questionnaire.ts';

/** The centre asks these questions before each dose from now on; without a questionnaire, none. Of the centre's stream. */
export type ScreeningSwitched = EventOf<
  'ScreeningSwitched',
  1,
  { readonly questionnaire?: QuestionnaireRef }
>;

interface Answered {
  readonly screeningId: ScreeningId;
  readonly visitId: VisitId;
  readonly personId: PersonId;
  readonly questionnaire: QuestionnaireRef;
}

/**
 * Somebody was asked. Nothing but the sealed part tells what they said, nor what it leads to. Version 2 is what was said
 * in spite of the record, or when the answers were gone through again.
 */
export type ScreeningAnswered =
  | EventOf<
      'ScreeningAnswered',
      1,
      Answered & { readonly personal?: { readonly answers: readonly ScreeningAnswer[] } }
    >
  | EventOf<
      'ScreeningAnswered',
      2,
      Answered & {
        /** The answers that these stand in place of; they stay in the record. */
        readonly replaces?: readonly ScreeningId[];
        /** Where an answer that stood against the dose was taken back: who agreed. */
        readonly approvedBy?: StaffId;
        readonly personal?: {
          readonly answers: readonly ScreeningAnswer[];
          /** Questions with a no that was confirmed although the record knows a yes. */
          readonly againstRecord?: readonly string[];
          /** Why the answers were gone through again. */
          readonly reason?: string;
        };
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
