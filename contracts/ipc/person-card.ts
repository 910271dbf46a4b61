import { z } from 'zod';
import { visitEndReasons } from '../../domain/appointments/events.ts';
import { indications } from '../../domain/vaccination/indication.ts';
import { injectionRoutes } from '../../domain/vaccination/injection.ts';
import { observationLengths } from '../../domain/vaccination/observation-events.ts';
import { personBrief } from './person-brief.ts';
import {
  appointmentId,
  bilingual,
  doseId,
  injectionSite,
  instant,
  language,
  passId,
  personId,
  plainDate,
  productId,
  visitId,
} from './schemas.ts';

export const appointmentStatus = z.enum([
  'booked',
  'checked-in',
  'attended',
  'not-vaccinated',
  'cancelled',
  'no-show',
  'elsewhere',
]);

/** What the calendar has against a check-in. */
export const checkInWarning = z.enum([
  'wrong-day',
  'wrong-centre',
  'no-appointment',
  'too-early',
  'series-complete',
]);
/** What the schedule, the product or the vial has against a dose. */
export const doseWarning = z.enum([
  'dose-already-today',
  'too-early',
  'series-complete',
  'not-checked-in',
  'too-young',
  'too-old',
  'lot-expired',
  'second-record',
  'severe-reaction',
  'earlier-reaction',
]);

/** Everything the desk shows about one person. */
export const personCard = z.object({
  person: personBrief.extend({
    language,
    email: z.string().optional(),
    phone: z.string().optional(),
    street: z.string().optional(),
    postcode: z.string().optional(),
    city: z.string().optional(),
  }),
  /** The vaccine that they are here for. */
  product: z.object({
    productId,
    name: z.string(),
    doseCount: z.number(),
    /** How long this person is observed after a dose of it, in minutes. */
    observationMinutes: z.literal(observationLengths),
  }),
  /** Where the person stands in its series, as the schedule says that the centre confirmed. */
  stands: bilingual.optional(),
  /** By that schedule none is needed, though no series is complete: immune or too old. Then `doseCount` is no number to reach. */
  isNoneDue: z.literal(true).optional(),
  /** Which vaccine it is, where the centre gives several and it must be said. */
  vaccine: z.string().optional(),
  /** What a walk-in can choose from, where the centre gives several. */
  vaccines: z.array(z.object({ productId, name: z.string() })).optional(),
  appointments: z.array(
    z.object({
      appointmentId,
      startsAt: instant,
      day: plainDate,
      plannedDose: z.number(),
      vaccine: z.string().optional(),
      status: appointmentStatus,
      /** The questions before a dose were answered for it already, at this moment; what was said is not here. */
      answeredAheadAt: instant.optional(),
      /** Of a date at another centre. */
      centre: z.string().optional(),
    }),
  ),
  doses: z.array(
    z.object({
      doseId,
      /** In whose record it stands; another linked record's where `recordedAs` says so. */
      personId,
      recordedAs: personBrief.optional(),
      ordinal: z.number(),
      /** It counts in another series than that of `product`. */
      isOtherSeries: z.boolean().optional(),
      givenOn: plainDate,
      recordedAt: instant,
      /** Empty where a certificate merely counts the dose. */
      productName: z.string(),
      /** Empty for a dose given elsewhere. */
      lot: z.string(),
      /** By whose certificate a dose given elsewhere stands here; its day may be the latest it can have been. */
      elsewhere: z
        .object({
          issuer: z.string(),
          isDayKnown: z.boolean(),
          /** It stands in a booklet: where, and who saw it. */
          paper: z.object({ page: z.string(), seenBy: z.string().optional() }).optional(),
          /** How another system says that it was given; in the record, not at the desk. */
          told: z
            .object({
              expiresOn: plainDate.optional(),
              site: injectionSite.optional(),
              route: z.enum(injectionRoutes).optional(),
              amountMl: z.number().optional(),
            })
            .optional(),
        })
        .optional(),
      /** The name of whoever gave it; absent where no person of the staff stands behind the entry. */
      vaccinator: z.string().optional(),
      /** What may be corrected; absent for one given elsewhere. */
      entry: z
        .object({
          expiresOn: plainDate.optional(),
          site: injectionSite,
        })
        .optional(),
      /** Why the person was vaccinated, where somebody said so. */
      indication: z.enum(indications).optional(),
      /** When what was entered was corrected last. */
      correctedAt: instant.optional(),
      isVoided: z.boolean(),
      voidReason: z.string().optional(),
      /** It may be one too many, or too early: whoever gave it could not know of another. */
      unseenWarning: doseWarning.optional(),
    }),
  ),
  /** When the next dose is due; absent before the first and after the last. */
  window: z
    .object({
      dose: z.number(),
      earliest: plainDate,
      recommendedFrom: plainDate,
      recommendedTo: plainDate,
    })
    .optional(),
  /** How they reacted to earlier doses, the gravest first; only for those who may read what is medical. */
  reactions: z
    .array(
      z.object({
        warning: z.enum(['severe-reaction', 'earlier-reaction', 'person-died']),
        sentence: bilingual,
      }),
    )
    .optional(),
  /** Another record with the same name and birth date, and what it holds of this series. */
  second: z.object({ personId, sentence: bilingual }).optional(),
  /** A visit of today that ended without a dose, and why; not while they are here again. */
  endedVisit: z
    .object({ visitId, endedAt: instant, reason: z.enum([...visitEndReasons, 'not-told']) })
    .optional(),
  visit: z.object({ visitId, checkedInAt: instant, appointmentId: appointmentId.optional() }).optional(),
  pass: z
    .object({
      passId,
      shortNumber: z.string(),
      revision: z.number(),
      doseCount: z.number(),
      isVoided: z.boolean(),
      /** Whether the signed file of this revision is there, still queued, or failed its checks; or signed elsewhere. */
      file: z.enum(['ready', 'queued', 'failed', 'at-headquarters']),
    })
    .optional(),
  /** Headquarters will issue one; until it has, there is paper. */
  isPassToCome: z.boolean().optional(),
  /** What was answered in this visit holds a dose back; what it was is not here. */
  isHeldByAnswers: z.literal(true).optional(),
  nextAction: z.enum(['check-in', 'record-dose', 'none']),
  warnings: z.array(z.enum([...checkInWarning.options, ...doseWarning.options])),
});
export type PersonCard = z.output<typeof personCard>;
