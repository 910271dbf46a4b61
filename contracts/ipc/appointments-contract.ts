import { z } from 'zod';
import { command, query } from './channel.ts';
import { personBrief } from './person-brief.ts';
import { appointmentStatus } from './person-card.ts';
import {
  appointmentId,
  instant,
  laneId,
  offerId,
  personId,
  plainDate,
  productId,
  requestId,
  standbyId,
} from './schemas.ts';

const booksDates = ['reception', 'vaccinator', 'screening-doctor', 'site-lead'] as const;
const seesDates = [...booksDates, 'auditor'] as const;

/** A place in a lane that may be booked. */
export const place = z.object({
  day: plainDate,
  lane: laneId,
  startsAt: instant,
  free: z.number(),
});
export type Place = z.output<typeof place>;

const window = z.object({
  earliest: plainDate,
  recommendedFrom: plainDate,
  recommendedTo: plainDate,
  latest: plainDate.optional(),
});

const reach = z.enum(['phone', 'email', 'here']);

const openOffer = z.object({
  offerId,
  day: plainDate,
  lane: laneId.optional(),
  startsAt: instant,
  expiresAt: instant,
});

/** What a person has, and what is wrong with it. */
export const datesOfPerson = z.object({
  person: personBrief,
  dates: z.array(
    z.object({
      appointmentId,
      productId,
      /** Named where the centre gives several. */
      vaccine: z.string().optional(),
      plannedDose: z.number(),
      startsAt: instant,
      day: plainDate,
      lane: laneId.optional(),
      /** Of a date at another centre. */
      centre: z.string().optional(),
      status: appointmentStatus,
      /** The dose before it was given or moved: the date no longer fits, stands alone, or is for no dose any more. */
      misfit: z.enum(['too-early', 'too-late', 'first-missing', 'superfluous']).optional(),
      /** Where a date that no longer fits would go. */
      better: place.optional(),
    }),
  ),
  /** Doses of the series in question that are neither given nor booked. */
  openDoses: z.array(z.number()),
  /** A dose is missing, or one of the next season may be booked ahead. */
  isBookable: z.boolean(),
  /** What can be booked for them, the vaccine in question first; absent where the centre gives one alone. */
  vaccines: z
    .array(z.object({ productId, name: z.string(), openDoses: z.array(z.number()), isBookable: z.boolean() }))
    .optional(),
  standby: z.array(
    z.object({
      standbyId,
      vaccine: z.string().optional(),
      fromDay: plainDate,
      toDay: plainDate,
      lane: laneId.optional(),
      reach,
      offer: openOffer.optional(),
    }),
  ),
});
export type DatesOfPerson = z.output<typeof datesOfPerson>;

const intervalRefusals = ['interval-too-short', 'interval-too-long'] as const;
const slotRefusals = ['slot-unknown', 'slot-full', 'slot-over'] as const;

export const appointmentsContract = {
  'appointments.of-person': query({
    access: seesDates,
    input: z.object({ personId }),
    output: datesOfPerson,
    refusals: ['person-unknown'],
  }),
  /** The next free places for the doses that are open, from a day on; the first as near to the wished day as can be. */
  'appointments.propose': query({
    access: booksDates,
    input: z.object({
      personId,
      from: plainDate,
      /** Absent for the vaccine in question. */
      productId: productId.optional(),
      /** Dates that are chosen already: what follows is reckoned from them. */
      chosen: z
        .array(z.object({ plannedDose: z.number(), day: plainDate, startsAt: instant.optional() }))
        .default([]),
    }),
    output: z.object({
      dates: z.array(
        z.object({
          plannedDose: z.number(),
          place: place.optional(),
          window: window.optional(),
          /** Free and all places in the recommended days of this dose. */
          vacancy: z.object({ free: z.number(), capacity: z.number() }).optional(),
          isShort: z.boolean(),
        }),
      ),
    }),
    refusals: ['person-unknown'],
  }),
  /** Every slot of a day that has a place left. */
  'appointments.day-places': query({
    access: booksDates,
    input: z.object({ day: plainDate, productId: productId.optional() }),
    output: z.object({ places: z.array(place), holiday: z.string().optional() }),
  }),
  'appointments.book': command({
    access: booksDates,
    input: z.object({
      requestId,
      personId,
      productId: productId.optional(),
      dates: z
        .array(z.object({ plannedDose: z.number().int().min(1).max(20), lane: laneId, startsAt: instant }))
        .min(1)
        .max(6),
    }),
    output: datesOfPerson,
    refusals: [
      'person-unknown',
      'product-unknown',
      'product-inactive',
      'dose-already-booked',
      'dose-already-given',
      'dose-not-planned',
      'dose-before-missing',
      'dose-out-of-order',
      ...intervalRefusals,
      ...slotRefusals,
    ],
  }),
  'appointments.move': command({
    access: booksDates,
    input: z.object({
      requestId,
      personId,
      appointmentId,
      lane: laneId,
      startsAt: instant,
      reason: z.enum(['asked', 'interval']),
    }),
    output: datesOfPerson,
    refusals: [
      'person-unknown',
      'appointment-unknown',
      'appointment-over',
      'appointment-unmoved',
      ...intervalRefusals,
      ...slotRefusals,
    ],
  }),
  'appointments.cancel': command({
    access: booksDates,
    input: z.object({ requestId, personId, appointmentId, reason: z.enum(['asked', 'wrong-entry']) }),
    output: datesOfPerson,
    refusals: ['person-unknown', 'appointment-unknown', 'appointment-over'],
  }),
  'appointments.no-show': command({
    access: booksDates,
    input: z.object({ requestId, personId, appointmentId }),
    output: datesOfPerson,
    refusals: ['person-unknown', 'appointment-unknown', 'appointment-over', 'appointment-to-come'],
  }),
  'appointments.join-standby': command({
    access: booksDates,
    input: z.object({
      requestId,
      personId,
      productId: productId.optional(),
      fromDay: plainDate,
      toDay: plainDate,
      lane: laneId.optional(),
      reach,
    }),
    output: datesOfPerson,
    refusals: [
      'person-unknown',
      'product-inactive',
      'series-complete',
      'standby-already',
      'standby-range-invalid',
    ],
  }),
  'appointments.leave-standby': command({
    access: booksDates,
    input: z.object({ requestId, personId, standbyId }),
    output: datesOfPerson,
    refusals: ['person-unknown', 'standby-unknown'],
  }),
  /** Everybody who waits, first come first, with the offer they hold. */
  'appointments.standby-list': query({
    access: seesDates,
    input: z.object({}),
    output: z.object({
      waiting: z.array(
        personBrief.extend({
          standbyId,
          vaccine: z.string().optional(),
          plannedDose: z.number(),
          fromDay: plainDate,
          toDay: plainDate,
          lane: laneId.optional(),
          reach,
          contact: z.string().optional(),
          joinedAt: instant,
          offer: openOffer.optional(),
        }),
      ),
    }),
  }),
  'appointments.answer-offer': command({
    access: booksDates,
    input: z.object({ requestId, offerId, answer: z.enum(['accepted', 'declined']) }),
    output: z.object({ offerId }),
    refusals: [
      'offer-unknown',
      'offer-expired',
      'dose-already-booked',
      'dose-already-given',
      'dose-not-planned',
      'dose-before-missing',
      'dose-out-of-order',
      'appointment-unknown',
      'appointment-over',
      'appointment-unmoved',
      ...intervalRefusals,
      ...slotRefusals,
    ],
  }),
};
