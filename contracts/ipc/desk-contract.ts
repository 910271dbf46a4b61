import { z } from 'zod';
import { visitEndReasons } from '../../domain/appointments/events.ts';
import { vialObjections } from '../../domain/stock/vial-objection.ts';
import { graveWarnings } from '../../domain/vaccination/grave-warnings.ts';
import { indications } from '../../domain/vaccination/indication.ts';
import { isLot } from '../../domain/vaccination/lot.ts';
import { observationLengths } from '../../domain/vaccination/observation-events.ts';
import { mayGiveDoses, mayReceive } from '../../domain/vaccination/who-may.ts';
import { certificateView } from './certificate-view.ts';
import { command, query } from './channel.ts';
import { personBrief, tellingApart } from './person-brief.ts';
import { appointmentStatus, checkInWarning, doseWarning, personCard } from './person-card.ts';
import {
  appointmentId,
  bilingual,
  doseId,
  injectionSite,
  instant,
  personId,
  plainDate,
  productId,
  requestId,
  vialId,
  visitId,
} from './schemas.ts';
import { secondSignIn, secondSignInRefusals } from './second-sign-in.ts';

export const decision = z.object({
  light: z.enum(['green', 'amber', 'red']),
  reason: z.string(),
  sentence: bilingual,
  action: z.enum([
    'check-in',
    'record-dose',
    'count-history',
    'show-person',
    'choose-person',
    'search',
    'none',
  ]),
  personId: personId.optional(),
  appointmentId: appointmentId.optional(),
});
export type DecisionView = z.output<typeof decision>;

/** What a genuine pass tells beside its person: enough to notice a picture of somebody else's. */
export const shownPass = z.object({
  /** When the same pass was scanned before. */
  lastScannedAt: instant.optional(),
  /** How many doses it shows, where that is an older state than the record's. */
  outdatedDoseCount: z.number().optional(),
  /** It is of the time before the centre joined a headquarters: the card in the phone stays as it is. */
  isFromBeforeJoining: z.boolean().optional(),
});
export type ShownPass = z.output<typeof shownPass>;

/** What the desk gets for a scan, an entry or a choice. */
export const scanEvaluation = z.object({
  decision,
  shownPass: shownPass.optional(),
  card: personCard.optional(),
  candidates: z.array(personBrief.extend({ reason: bilingual.optional(), ...tellingApart })).optional(),
  certificate: certificateView.optional(),
});
export type ScanEvaluation = z.output<typeof scanEvaluation>;

/** A dose as the vaccinator confirmed it. */
const doseEntry = z.object({
  requestId,
  personId,
  /** Which dose the confirmation named: where it has become another one meanwhile, nothing is recorded. */
  ordinal: z.number().int().min(1).max(99),
  lot: z.string().trim().min(1).refine(isLot),
  expiresOn: plainDate.optional(),
  /** The vaccine that the confirmation named. */
  productId,
  /** GTIN or PZN of a vial that was scanned. */
  productCode: z.string().max(20).optional(),
  site: injectionSite,
  /** Why the person is vaccinated. */
  indication: z.enum(indications).optional(),
  /** Longer under observation than is usual; absent for as long as the card says. */
  observationMinutes: z.literal(observationLengths).optional(),
  /** Whoever confirms the dose heard the consent of the person; absent where it was recorded before. */
  consent: z.literal('oral').optional(),
  /** Which vial it came from, where the centre keeps stock. */
  vial: z
    .object({
      vialId: vialId.optional(),
      /** It is opened with this dose. */
      opensNew: z.boolean().optional(),
      serial: z.string().max(90).optional(),
      /** What the confirmation named against it. */
      objections: z.array(z.enum(vialObjections)).max(vialObjections.length).optional(),
    })
    .optional(),
});
const doseRefusals = [
  'person-unknown',
  'person-died',
  'doses-changed',
  'lot-missing',
  'lot-invalid',
  'dose-reason-missing',
  'identity-unconfirmed',
  'screening-missing',
  'screening-stop',
  'screening-doctor',
  'consent-missing',
  'consent-withdrawn',
  'vial-of-other-product',
  ...vialObjections,
  'vial-reason-missing',
  ...doseWarning.options,
] as const;

const atTheDesk = [...mayReceive, 'auditor'] as const;

export const deskContract = {
  /** Today's list, earliest first. On a day of many only those nearest to now, unless the whole day is asked for. */
  'desk.today': query({
    access: atTheDesk,
    input: z.object({ wholeDay: z.boolean().default(false) }),
    output: z.object({
      day: plainDate,
      now: instant,
      isWholeDay: z.boolean(),
      /** Of the whole day, whatever is listed. */
      counts: z.object({ all: z.number(), here: z.number() }),
      entries: z.array(
        personBrief.extend({
          appointmentId,
          startsAt: instant,
          plannedDose: z.number(),
          vaccine: z.string().optional(),
          status: appointmentStatus,
        }),
      ),
    }),
  }),
  /** Anything scanned or typed: `texts` are the readings that may be meant, the likeliest first. */
  'desk.scan': command({
    access: atTheDesk,
    input: z.object({
      texts: z.array(z.string().max(4300)).min(1).max(40),
      via: z.enum(['wedge', 'camera', 'device', 'typed']),
      /** What the reader says it was, and which reader: kept with codes that could not be used. */
      symbology: z.string().max(40).optional(),
      scanner: z.string().max(60).optional(),
      /** Who is on the screen: a certificate is held against them. */
      openPersonId: personId.optional(),
    }),
    output: scanEvaluation,
    refusals: [],
  }),
  /** The same for somebody chosen from a list. */
  'desk.open': query({
    access: atTheDesk,
    input: z.object({ personId }),
    output: scanEvaluation,
    refusals: ['person-unknown'],
  }),
  /** Takes the doses of a certificate of the person on the screen into their record, and decides anew. */
  'desk.count-history': command({
    access: mayReceive,
    input: z.object({ requestId, personId, texts: z.array(z.string().max(4300)).min(1).max(40) }),
    output: scanEvaluation,
    refusals: ['certificate-refused'],
  }),
  'desk.card': query({
    access: atTheDesk,
    input: z.object({ personId }),
    output: personCard,
    refusals: ['person-unknown'],
  }),
  /** The lot of the vaccine that was used last at this station: most often the next one too. */
  'desk.last-lot': query({
    access: mayGiveDoses,
    input: z.object({ productId }),
    output: z.object({
      lot: z.string().optional(),
      expiresOn: plainDate.optional(),
      /** Codes of vials that were confirmed to be of this vaccine, and of others. */
      knownVials: z.array(z.string()),
      otherVials: z.array(z.object({ code: z.string(), product: z.string() })).optional(),
    }),
  }),
  'desk.check-in': command({
    access: mayReceive,
    input: z.object({
      requestId,
      personId,
      appointmentId: appointmentId.optional(),
      /** Which vaccine somebody without a date wants. */
      productId: productId.optional(),
      via: z.enum(['pass', 'search']),
      overrides: z.array(checkInWarning).max(5).default([]),
    }),
    output: personCard,
    refusals: [
      'person-unknown',
      'already-checked-in',
      'appointment-unknown',
      'product-inactive',
      ...checkInWarning.options,
    ],
  }),
  /** The wrong person was checked in; on the same day, and as long as no dose was given. */
  'desk.undo-check-in': command({
    access: mayReceive,
    input: z.object({ requestId, personId, visitId }),
    output: personCard,
    refusals: ['person-unknown', 'visit-unknown', 'dose-already-today'],
  }),
  /** Somebody who is here leaves without a dose; as long as none was given. */
  'desk.end-visit': command({
    access: mayReceive,
    input: z.object({ requestId, personId, visitId, reason: z.enum(visitEndReasons) }),
    output: personCard,
    refusals: ['person-unknown', 'visit-unknown', 'dose-already-today'],
  }),
  /** That was noted by mistake, or they stay after all; on the same day. */
  'desk.resume-visit': command({
    access: mayReceive,
    input: z.object({ requestId, personId, visitId }),
    output: personCard,
    refusals: ['person-unknown', 'visit-not-ended', 'already-checked-in'],
  }),
  'desk.record-dose': command({
    access: mayGiveDoses,
    input: doseEntry.extend({
      overrides: z
        .array(doseWarning.exclude([...graveWarnings]))
        .max(5)
        .default([]),
    }),
    output: personCard.extend({ doseId }),
    refusals: doseRefusals,
  }),
  /** The same in spite of a grave warning: knowingly, with a reason, by four eyes. */
  'desk.record-grave-dose': command({
    access: mayGiveDoses,
    approvers: mayGiveDoses,
    input: doseEntry.extend({
      overrides: z.array(doseWarning).max(doseWarning.options.length).default([]),
      reason: z.string().trim().max(500),
      secondSignIn,
    }),
    output: personCard.extend({ doseId }),
    refusals: [...doseRefusals, ...secondSignInRefusals],
  }),
};
