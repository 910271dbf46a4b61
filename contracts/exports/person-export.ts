import { z } from 'zod';
import { identityProofs } from '../../domain/identity/events.ts';
import { messageKinds } from '../../domain/messages/message-kind.ts';
import { viewReasons } from '../../domain/staff/view-reason.ts';
import { vialObjections } from '../../domain/stock/vial-objection.ts';
import { indications } from '../../domain/vaccination/indication.ts';
import { adverseEvent } from '../ipc/adverse-events-contract.ts';
import { consentView } from '../ipc/consent-contract.ts';
import { doseCorrection, doseFacts, paperDoseCorrection } from '../ipc/dose-versions.ts';
import { personDetails } from '../ipc/people-contract.ts';
import { appointmentStatus, doseWarning, personCard } from '../ipc/person-card.ts';
import { bilingual, birthDate, instant, plainDate } from '../ipc/schemas.ts';

const deliveryWays = ['apple-wallet', 'google-wallet', 'email', 'pdf', 'paper', 'phone'] as const;

/** `product`, `lot` and `givenOn` are those of the dose. */
const reaction = adverseEvent
  .omit({ adverseEventId: true, dose: true, dueAt: true })
  .extend({ product: z.string(), lot: z.string(), givenOn: plainDate })
  .partial({ product: true, lot: true, givenOn: true });

/** `against`: the warnings of the schedule or the objections of the stock that somebody went on in spite of. */
const doseReason = z.object({
  what: z.enum(['given', 'drawn', 'voided']),
  at: instant,
  by: z.string().optional(),
  approvedBy: z.string().optional(),
  reason: z.string(),
  against: z.array(z.union([doseWarning, z.enum(vialObjections)])),
});
export type DoseReason = z.output<typeof doseReason>;

/**
 * What somebody gets who asks what is kept about them (GDPR Art. 15): everything but what only concerns the centre.
 * Programs may read it: a field never changes its meaning within a `version`; new ones may be added.
 */
export const personExport = z.object({
  format: z.literal('impfpass-station/person'),
  version: z.literal(1),
  exportedAt: instant,
  centre: z.object({ name: z.string(), address: z.string(), phone: z.string(), timeZone: z.string() }),
  /** The record's own id at this centre. */
  recordId: z.string(),
  source: z.enum(['desk', 'import', 'booking', 'trial']),
  /** The id in the system that the person came from. */
  externalId: z.string().optional(),
  details: personDetails,
  /** Each version of the details, oldest first: what was recorded, when, by whom and why. */
  versions: z.array(
    z.object({
      recordedAt: instant,
      by: z.string().optional(),
      why: z.string().optional(),
      details: personDetails,
    }),
  ),
  restriction: z.object({ why: z.string(), since: instant, eraseFrom: plainDate.optional() }).optional(),
  consents: z.array(
    z.object({ channel: z.string(), isGiven: z.boolean(), recordedAt: instant, by: z.string().optional() }),
  ),
  /** What the person, or somebody for them, consented to be vaccinated with, the latest first; signatures as lines. */
  vaccinationConsents: z.array(consentView.omit({ consentId: true })),
  doses: z.array(
    z.object({
      ordinal: z.number(),
      givenOn: plainDate,
      recordedAt: instant,
      product: z.string(),
      /** Empty for a dose given elsewhere. */
      lot: z.string(),
      elsewhere: personCard.shape.doses.element.shape.elsewhere,
      /** Of a dose given here. */
      site: doseFacts.shape.site.optional(),
      expiresOn: plainDate.optional(),
      /** Why the person was vaccinated, where somebody said so. */
      indication: z.enum(indications).optional(),
      /** When something about it was corrected last. */
      correctedAt: instant.optional(),
      vaccinator: z.string().optional(),
      isVoided: z.boolean(),
      voidReason: z.string().optional(),
      /** The other record it stands in, where two are linked as one person. */
      recordedAs: z.string().optional(),
    }),
  ),
  /** What was corrected about doses, both versions, the latest first. */
  doseCorrections: z.array(doseCorrection.omit({ doseId: true })),
  /** The same of doses from a booklet. */
  paperDoseCorrections: z.array(paperDoseCorrection),
  /**
   * What those who treat wrote about the person: left out, and `isMedicalWithheld` true, where somebody takes the file who
   * may not read it. The person is to have it from somebody who may.
   */
  isMedicalWithheld: z.boolean(),
  /** Reactions to doses, the latest first. */
  reactions: z.array(reaction).optional(),
  /** Why a dose was given or drawn in spite of something, or voided, oldest first. */
  doseReasons: z.array(doseReason).optional(),
  /** What the person was asked before doses, oldest first; `question` in both languages. */
  screenings: z
    .array(
      z.object({
        at: instant,
        by: z.string().optional(),
        answers: z.array(z.object({ id: z.string(), question: bilingual, isYes: z.boolean() })),
        /** The answers were gone through again, and stand in place of the ones before in that visit. */
        isInPlaceOfEarlier: z.boolean().optional(),
        reason: z.string().optional(),
        /** Answered with no although the record knows a yes, and confirmed. */
        againstRecord: z.array(z.object({ id: z.string(), question: bilingual })).optional(),
      }),
    )
    .optional(),
  /** What the person answered to the same questions before they came, oldest first; each answer as they gave it. */
  screeningsAhead: z
    .array(
      z.object({
        at: instant,
        answers: z.array(z.object({ id: z.string(), question: bilingual, isYes: z.boolean() })),
      }),
    )
    .optional(),
  /** Which doctor let a dose be given after such answers, and why. */
  screeningClearings: z
    .array(z.object({ at: instant, by: z.string().optional(), reason: z.string().optional() }))
    .optional(),
  /** By what the person was recognised before doses. */
  identityChecks: z.array(
    z.object({ at: instant, by: z.string().optional(), proof: z.enum(identityProofs).optional() }),
  ),
  /** Messages that somebody decided not to send. */
  unsentMessages: z.array(
    z.object({
      at: instant,
      by: z.string().optional(),
      what: z.enum(messageKinds),
      reason: z.string().optional(),
    }),
  ),
  appointments: z.array(
    z.object({
      startsAt: instant,
      plannedDose: z.number(),
      status: appointmentStatus,
      /** Of a date at another centre. */
      centre: z.string().optional(),
      /** The number that a list gave it. */
      externalId: z.string().optional(),
    }),
  ),
  passes: z.array(z.object({ number: z.string(), doseCount: z.number(), isVoided: z.boolean() })),
  /** What reached the person, oldest first: the pass, messages, and how. */
  deliveries: z.array(
    z.object({ at: instant, what: z.enum(['pass', ...messageKinds]), way: z.enum(deliveryWays) }),
  ),
  /** Who opened the record, oldest first, and why. */
  views: z.array(z.object({ at: instant, by: z.string().optional(), why: z.enum(viewReasons) })),
  /** Records of the same person that are linked with this one. */
  linkedRecords: z.array(z.object({ recordId: z.string(), name: z.string(), birthDate })),
  /** Why and on which ground the data is kept. */
  purpose: bilingual,
});
export type PersonExport = z.output<typeof personExport>;
