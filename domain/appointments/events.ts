import type { EventOf } from '../kernel/event.ts';
import type { AppointmentId, LaneId, PersonId, ProductId, VisitId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

export interface BookedFacts {
  readonly appointmentId: AppointmentId;
  readonly personId: PersonId;
  readonly productId: ProductId;
  /** Which dose of the series this date is planned for, from 1. */
  readonly plannedDose: number;
  readonly startsAt: Instant;
  /** The day of `startsAt` on the centre's calendar. */
  readonly day: PlainDate;
  readonly durationMinutes: number;
  readonly source: 'desk' | 'import' | 'booking' | 'walk-in' | 'trial';
  /** The number of the date in the list that it came from; a list may name the date by the person. */
  readonly personal?: { readonly externalId: string };
}

/**
 * Version 4 is a date outside of the slots (walk-in, import); version 5 takes a place in a lane; version 6 is a date
 * at another centre, known here because a list named it. They are versions 1 to 3 with the number of a list sealed.
 */
export type AppointmentBooked =
  | EventOf<'AppointmentBooked', 4, BookedFacts>
  | EventOf<'AppointmentBooked', 5, BookedFacts & { readonly lane: LaneId }>
  | EventOf<'AppointmentBooked', 6, BookedFacts & { readonly centre: string }>;

/** When and where a date is; without a lane it takes no place from a slot. */
export interface DateAt {
  readonly startsAt: Instant;
  readonly day: PlainDate;
  readonly durationMinutes: number;
  readonly lane?: LaneId;
}

/** Why somebody's date changed; `interval`: what the schedule asks for, since the dose before was early or late, or it is another version. */
export type MoveReason = 'asked' | 'wrong-day' | 'interval' | 'day-closed' | 'standby';

/** A date here, or with a `centre` at another one. */
export type DateAnywhere = DateAt & { readonly centre?: string };

interface MovedFacts<At, Reason> {
  readonly appointmentId: AppointmentId;
  readonly personId: PersonId;
  readonly from: At;
  readonly to: At;
  readonly reason: Reason;
}

/** Version 2 may come from another centre or go there, also because a list said so. */
export type AppointmentMoved =
  | EventOf<'AppointmentMoved', 1, MovedFacts<DateAt, MoveReason>>
  | EventOf<'AppointmentMoved', 2, MovedFacts<DateAnywhere, MoveReason | 'wrong-centre' | 'list'>>;

export type CancelReason = 'asked' | 'day-closed' | 'wrong-entry';

interface CancelledFacts<Reason> {
  readonly appointmentId: AppointmentId;
  readonly personId: PersonId;
  readonly reason: Reason;
}

/** Version 2: the person was erased, and expects nothing any more. */
export type AppointmentCancelled =
  | EventOf<'AppointmentCancelled', 1, CancelledFacts<CancelReason>>
  | EventOf<'AppointmentCancelled', 2, CancelledFacts<'erased'>>;

/** They did not come. Coming late after all makes it undone: the check-in counts. */
export type NoShowRecorded = EventOf<
  'NoShowRecorded',
  1,
  {
    readonly appointmentId: AppointmentId;
    readonly personId: PersonId;
    readonly day: PlainDate;
    readonly by: 'desk' | 'day-end';
  }
>;

export type CheckInWarning =
  | 'wrong-day'
  | 'no-appointment'
  | 'too-early'
  | 'series-complete'
  | 'wrong-centre';

/** Since version 2 the desk may have gone on although the date was at another centre. */
export type CheckedIn = EventOf<
  'CheckedIn',
  2,
  {
    readonly visitId: VisitId;
    readonly personId: PersonId;
    /** Absent for somebody who came without a date. */
    readonly appointmentId?: AppointmentId;
    readonly day: PlainDate;
    readonly via: 'pass' | 'search';
    /** Warnings that the desk saw and went on with. */
    readonly overrides: readonly CheckInWarning[];
  }
>;

/** The wrong person was checked in: the visit never was, and the date is as it was before. */
export type CheckInUndone = EventOf<
  'CheckInUndone',
  2,
  {
    readonly visitId: VisitId;
    readonly personId: PersonId;
    readonly day: PlainDate;
    /** Absent, as is `date`, for somebody who came without one. */
    readonly appointmentId?: AppointmentId;
    /**
     * A date that the check-in itself had made is cancelled with it; since version 2 one for which they had come before,
     * and left without the dose, is over again.
     */
    readonly date?: 'booked' | 'cancelled' | 'not-vaccinated';
  }
>;

/** Why somebody who was here left without a dose, as whoever notes it chooses. */
export const visitEndReasons = ['medical', 'unwell', 'declined', 'no-vaccine', 'left'] as const;
export type VisitEndReason = (typeof visitEndReasons)[number];

/**
 * Somebody who was checked in left without a dose: their date is over, was no dose and no no-show. `not-told`: the day
 * ended and nobody had said. A dose that another station recorded in the same visit counts, whatever this says.
 */
export type VisitEndedWithoutDose = EventOf<
  'VisitEndedWithoutDose',
  1,
  {
    readonly visitId: VisitId;
    readonly personId: PersonId;
    readonly day: PlainDate;
    /** Absent for somebody who came without a date. */
    readonly appointmentId?: AppointmentId;
    readonly reason: VisitEndReason | 'not-told';
  }
>;

/** The end was noted by mistake, or they stay after all: the visit goes on, at this stage. */
export type VisitResumed = EventOf<
  'VisitResumed',
  1,
  {
    readonly visitId: VisitId;
    readonly personId: PersonId;
    readonly day: PlainDate;
    readonly appointmentId?: AppointmentId;
    readonly stage: VisitStage;
  }
>;

/** A date is for another dose of its series than when it was booked: one was given elsewhere meanwhile. */
export type AppointmentReplanned = EventOf<
  'AppointmentReplanned',
  1,
  { readonly appointmentId: AppointmentId; readonly personId: PersonId; readonly plannedDose: number }
>;

/** Where somebody is in the house, in the order of a visit. A dose leads to observation by itself. */
export const visitStages = ['reception', 'vaccination', 'observation', 'check-out'] as const;
export type VisitStage = (typeof visitStages)[number];

export type VisitStageReached = EventOf<
  'VisitStageReached',
  1,
  { readonly visitId: VisitId; readonly personId: PersonId; readonly stage: VisitStage }
>;

export type AppointmentEvent =
  | AppointmentBooked
  | AppointmentMoved
  | AppointmentCancelled
  | AppointmentReplanned
  | NoShowRecorded
  | CheckedIn
  | CheckInUndone
  | VisitEndedWithoutDose
  | VisitResumed
  | VisitStageReached;
