import { z } from 'zod';
import type { AppointmentBooked, CheckedIn, CheckInUndone } from '../../domain/appointments/events.ts';
import type { AppointmentId, LaneId, PersonId, ProductId, VisitId } from '../../domain/kernel/ids.ts';
import { numberSealed } from './number-sealed.ts';
import { storedDate, storedId, storedInstant } from './stored-values.ts';

const appointmentId = storedId<AppointmentId>();
const personId = storedId<PersonId>();
const lane = storedId<LaneId>();
const visitId = storedId<VisitId>();

const booked = {
  appointmentId,
  personId,
  productId: storedId<ProductId>(),
  plannedDose: z.int().min(1),
  startsAt: storedInstant,
  day: storedDate,
  durationMinutes: z.number(),
  source: z.enum(['desk', 'import', 'booking', 'walk-in', 'trial']),
};
const numberOfList = { externalId: z.string().optional() };
const sealedNumber = { personal: z.strictObject({ externalId: z.string() }).optional() };

/** When and where a date is, as `AppointmentMoved` and `StandbyOffered` have it in version 1. */
export const dateAt1 = z.strictObject({
  startsAt: storedInstant,
  day: storedDate,
  durationMinutes: z.number(),
  lane: lane.optional(),
});
const dateAnywhere = dateAt1.extend({ centre: z.string().optional() });

const checkedIn = {
  visitId,
  personId,
  appointmentId: appointmentId.optional(),
  day: storedDate,
  via: z.enum(['pass', 'search']),
};
const warningsHere = ['wrong-day', 'no-appointment', 'too-early', 'series-complete'] as const;

const ofVisit = { visitId, personId, day: storedDate, appointmentId: appointmentId.optional() };
const stage = z.enum(['reception', 'vaccination', 'observation', 'check-out']);
const visitEndReasons1 = ['medical', 'unwell', 'declined', 'no-vaccine', 'left'] as const;

export const appointmentEvents = {
  AppointmentBooked: {
    4: z.strictObject({ ...booked, ...sealedNumber }),
    5: z.strictObject({ ...booked, ...sealedNumber, lane }),
    6: z.strictObject({ ...booked, ...sealedNumber, centre: z.string() }),
  },
  AppointmentMoved: {
    1: z.strictObject({
      appointmentId,
      personId,
      from: dateAt1,
      to: dateAt1,
      reason: z.enum(['asked', 'wrong-day', 'interval', 'day-closed', 'standby']),
    }),
    2: z.strictObject({
      appointmentId,
      personId,
      from: dateAnywhere,
      to: dateAnywhere,
      reason: z.enum(['asked', 'wrong-day', 'interval', 'day-closed', 'standby', 'wrong-centre', 'list']),
    }),
  },
  AppointmentCancelled: {
    1: z.strictObject({ appointmentId, personId, reason: z.enum(['asked', 'day-closed', 'wrong-entry']) }),
    2: z.strictObject({ appointmentId, personId, reason: z.literal('erased') }),
  },
  NoShowRecorded: {
    1: z.strictObject({ appointmentId, personId, day: storedDate, by: z.enum(['desk', 'day-end']) }),
  },
  CheckedIn: {
    2: z.strictObject({ ...checkedIn, overrides: z.array(z.enum([...warningsHere, 'wrong-centre'])) }),
  },
  CheckInUndone: {
    2: z.strictObject({ ...ofVisit, date: z.enum(['booked', 'cancelled', 'not-vaccinated']).optional() }),
  },
  VisitEndedWithoutDose: {
    1: z.strictObject({ ...ofVisit, reason: z.enum([...visitEndReasons1, 'not-told']) }),
  },
  VisitResumed: {
    1: z.strictObject({ ...ofVisit, stage }),
  },
  AppointmentReplanned: {
    1: z.strictObject({ appointmentId, personId, plannedDose: z.int().min(1) }),
  },
  VisitStageReached: {
    1: z.strictObject({
      visitId,
      personId,
      stage,
    }),
  },
} as const;

const checkedIn1 = z.strictObject({ ...checkedIn, overrides: z.array(z.enum(warningsHere)) });

const checkInUndone1 = z.strictObject({ ...ofVisit, date: z.enum(['booked', 'cancelled']).optional() });

const booked1 = z.strictObject({ ...booked, ...numberOfList });
const booked2 = z.strictObject({ ...booked, ...numberOfList, lane });
const booked3 = z.strictObject({ ...booked, ...numberOfList, centre: z.string() });

export const olderAppointmentEvents = {
  /** The number of a list stood in the clear then; it is taken as if it were sealed. */
  AppointmentBooked: {
    1: {
      schema: booked1,
      lift: (data: z.output<typeof booked1>, isOpen: boolean): AppointmentBooked => ({
        type: 'AppointmentBooked',
        version: 4,
        data: numberSealed(data, isOpen),
      }),
    },
    2: {
      schema: booked2,
      lift: (data: z.output<typeof booked2>, isOpen: boolean): AppointmentBooked => ({
        type: 'AppointmentBooked',
        version: 5,
        data: numberSealed(data, isOpen),
      }),
    },
    3: {
      schema: booked3,
      lift: (data: z.output<typeof booked3>, isOpen: boolean): AppointmentBooked => ({
        type: 'AppointmentBooked',
        version: 6,
        data: numberSealed(data, isOpen),
      }),
    },
  },
  CheckedIn: {
    1: {
      schema: checkedIn1,
      /** Nobody could go on with a date of another centre then: it reads as it stands. */
      lift: (data: z.output<typeof checkedIn1>): CheckedIn => ({ type: 'CheckedIn', version: 2, data }),
    },
  },
  CheckInUndone: {
    1: {
      schema: checkInUndone1,
      /** A date for which somebody had come before stood as booked again then: it reads as it stands. */
      lift: (data: z.output<typeof checkInUndone1>): CheckInUndone => ({
        type: 'CheckInUndone',
        version: 2,
        data,
      }),
    },
  },
} as const;
