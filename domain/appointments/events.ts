import type { EventOf } from '../kernel/event.ts';
import type { AppointmentId, PersonId, ProductId, VisitId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

export type AppointmentBooked = EventOf<
  'AppointmentBooked',
  1,
  {
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
    readonly externalId?: string;
  }
>;

export type CheckedIn = EventOf<
  'CheckedIn',
  1,
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

export type CheckInWarning = 'wrong-day' | 'no-appointment' | 'too-early' | 'series-complete';

export type AppointmentEvent = AppointmentBooked | CheckedIn;
