import { z } from 'zod';
import { moveObjections } from '../../domain/stock/vial-objection.ts';
import { mostAmountMl } from '../../domain/vaccination/correct-dose.ts';
import { indications } from '../../domain/vaccination/indication.ts';
import { isLot } from '../../domain/vaccination/lot.ts';
import { mayGiveDoses } from '../../domain/vaccination/who-may.ts';
import { command, query } from './channel.ts';
import { doseWarning, personCard } from './person-card.ts';
import {
  bilingual,
  doseId,
  injectionRoute,
  injectionSite,
  instant,
  personId,
  plainDate,
  productId,
  requestId,
} from './schemas.ts';
import { secondSignIn, secondSignInRefusals } from './second-sign-in.ts';

/** All that was entered about a dose. `vaccinator` is who acts in the log, `staff:` with an id. */
const doseEntry = z.object({
  productId,
  lot: z.string().trim().min(1).refine(isLot),
  expiresOn: plainDate.optional(),
  givenOn: plainDate,
  site: injectionSite,
  route: injectionRoute,
  amountMl: z.number().positive().max(mostAmountMl),
  vaccinator: z.string().min(1).max(80),
  indication: z.enum(indications).optional(),
});

/** `first`: one is open that may be given at any time; `none`: nothing is due. */
const due = z.union([
  z.enum(['first', 'none']),
  z.object({
    dose: z.number(),
    earliest: plainDate,
    recommendedFrom: plainDate,
    recommendedTo: plainDate,
  }),
]);
const place = z.object({ ordinal: z.number(), disease: bilingual });
const shownLot = z.object({ product: z.string(), lot: z.string() });

/** What else is different once it is corrected; each part is absent where it stays as it is. */
const correctionEffects = z.object({
  place: z.object({ before: place, after: place }).optional(),
  /** When the next dose of each series is due in which that changes. */
  next: z.array(z.object({ vaccine: z.string(), before: due, after: due })),
  /** Booked dates that are for another dose then. */
  dates: z.array(z.object({ startsAt: instant, vaccine: z.string(), dose: z.number() })),
  /** How many doses the pass shows. */
  pass: z.object({ before: z.number(), after: z.number() }).optional(),
  /** Which lot has the dose back by the books, and which one it is taken from. */
  stock: z.object({ from: shownLot, to: shownLot, objections: z.array(z.enum(moveObjections)) }).optional(),
  /** What speaks against such a dose; it was given, so nothing of it stops the correction. */
  warnings: z.array(doseWarning),
  /** Why the right lot is blocked. */
  blocked: z.string().optional(),
  /** For which other vaccine the consent was given. */
  consentFor: z.string().optional(),
});

const entryFaults = [
  'person-unknown',
  'dose-unknown',
  'dose-already-voided',
  'product-unknown',
  'lot-invalid',
  'amount-invalid',
  'dose-to-come',
  'dose-day-too-far',
  'dose-unchanged',
] as const;
const dose = { personId, doseId };

/** What was entered wrongly about a dose, or was none. */
export const doseCorrectionContract = {
  /** What stands there about a dose, and from what can be chosen. */
  'desk.dose-entry': query({
    access: mayGiveDoses,
    input: z.object(dose),
    output: z.object({
      entry: doseEntry.extend({ lot: z.string(), amountMl: z.number(), vaccinator: z.string() }),
      products: z.array(
        z.object({ productId, name: z.string(), route: injectionRoute, amountMl: z.number() }),
      ),
      /** Everybody who works or worked here and may give doses, and whoever stands there now. */
      vaccinators: z.array(z.object({ vaccinator: z.string(), name: z.string().optional() })),
    }),
    refusals: ['person-unknown', 'dose-unknown', 'dose-already-voided'],
  }),
  /** What else would be different; records nothing. */
  'desk.weigh-correction': query({
    access: mayGiveDoses,
    input: z.object({ ...dose, to: doseEntry }),
    output: correctionEffects,
    refusals: entryFaults,
  }),
  /** What was entered wrongly about a dose; what stood there before stays in the record. */
  'desk.correct-dose': command({
    access: mayGiveDoses,
    approvers: mayGiveDoses,
    input: z.object({
      ...dose,
      requestId,
      /** What stood there as somebody began to correct it. */
      seen: doseEntry,
      to: doseEntry,
      note: z.string().trim().max(500),
      secondSignIn,
    }),
    output: personCard,
    refusals: [...entryFaults, 'dose-changed', 'vaccinator-unknown', 'note-missing', ...secondSignInRefusals],
  }),
  'desk.void-dose': command({
    access: mayGiveDoses,
    approvers: mayGiveDoses,
    input: z.object({
      ...dose,
      requestId,
      reason: z.enum(['wrong-person', 'not-given', 'wrong-entry', 'other']),
      note: z.string().trim().max(500).default(''),
      secondSignIn,
    }),
    output: personCard,
    refusals: [
      'person-unknown',
      'dose-unknown',
      'dose-already-voided',
      'note-missing',
      ...secondSignInRefusals,
    ],
  }),
};
