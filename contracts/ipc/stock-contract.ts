import { z } from 'zod';
import { mostThawDays, mostUsableHours, mostVialDoses } from '../../domain/products/confirm-vial-data.ts';
import { wasteReasons } from '../../domain/stock/events.ts';
import { celsiusLimits } from '../../domain/stock/fridge.ts';
import { mostVials } from '../../domain/stock/keep-stock.ts';
import {
  mayConfirmVialData,
  mayExtendExpiry,
  mayHandleVials,
  mayHaveVialDataConfirmed,
  mayKeepStock,
  mayReleaseLots,
  maySeeStock,
  mayTraceLots,
} from '../../domain/stock/who-may.ts';
import { isLot } from '../../domain/vaccination/lot.ts';
import { mayGiveDoses } from '../../domain/vaccination/who-may.ts';
import { command, query } from './channel.ts';
import {
  doseId,
  freeText,
  fridgeId,
  instant,
  language,
  personId,
  plainDate,
  productId,
  requestId,
  vialId,
} from './schemas.ts';
import { secondSignIn, secondSignInRefusals } from './second-sign-in.ts';
import {
  difference,
  evening,
  journalLine,
  shownFridge,
  shownLot,
  shownVial,
  vialObjection,
} from './stock-shown.ts';

/** What a doctor answers for about the vials of a product. */
const vialData = {
  productId,
  dosesPerVial: z.int().min(1).max(mostVialDoses),
  usableHours: z.number().positive().max(mostUsableHours).optional(),
  thawDays: z.int().min(1).max(mostThawDays).optional(),
  source: freeText(300),
};

const lot = z.string().trim().min(1).max(20).refine(isLot);
const lotName = { productId, lot };
const words = freeText(200);
const code = z.string().max(90);
const lotRefusals = ['lot-unknown', 'lot-invalid'] as const;
const changedLot = z.object({ lot: z.string() });

export const stockContract = {
  /** All that is there, by lot, vial and fridge, with what does not agree. */
  'stock.overview': query({
    access: maySeeStock,
    input: z.object({}),
    output: z.object({
      now: instant,
      lots: z.array(shownLot),
      vials: z.array(shownVial),
      fridges: z.array(shownFridge),
      differences: z.array(difference),
      evening: z.array(evening),
      journal: z.array(journalLine),
      /** What can be received: every product, those that the centre gives first. */
      products: z.array(
        z.object({
          productId,
          name: z.string(),
          dosesPerVial: z.number(),
          usableHours: z.number().optional(),
          thawDays: z.number().optional(),
          source: z.string(),
          /** Since when a doctor answers for these data at the centre. */
          confirmedAt: instant.optional(),
        }),
      ),
    }),
  }),
  /** A doctor answers for the data of a product's vials from now on. */
  'stock.confirm-vial-data': command({
    access: mayConfirmVialData,
    input: z.object({ requestId, ...vialData }),
    output: z.object({ productId }),
    refusals: ['product-unknown', 'vial-source-missing'],
  }),
  /** A site lead does, with a doctor as the second person. */
  'stock.confirm-vial-data-with-doctor': command({
    access: mayHaveVialDataConfirmed,
    approvers: mayConfirmVialData,
    input: z.object({ requestId, ...vialData, secondSignIn }),
    output: z.object({ productId }),
    refusals: ['product-unknown', 'vial-source-missing', ...secondSignInRefusals],
  }),
  /** What the code of a vial or box says, and of which product it is as far as is known here. */
  'stock.read-vial': query({
    access: mayHandleVials,
    input: z.object({ texts: z.array(z.string().max(4300)).min(1).max(40) }),
    output: z.object({
      isVial: z.boolean(),
      productId: productId.optional(),
      productCode: code.optional(),
      lot: z.string().optional(),
      expiresOn: plainDate.optional(),
      serial: code.optional(),
    }),
  }),
  /** Which vial a dose of that lot comes from, and what speaks against it. */
  'stock.vial-for-dose': query({
    access: mayGiveDoses,
    input: z.object({
      productId,
      lot: z.string().trim().max(20),
      expiresOn: plainDate.optional(),
      vialId: vialId.optional(),
      opensNew: z.boolean().optional(),
      serial: code.optional(),
      /** A code was read for this dose: the vial of the dose before is not simply taken again. */
      isScanned: z.boolean().default(false),
    }),
    output: z.object({
      kind: z.enum(['no-stock', 'no-vial', 'open', 'new', 'choose']),
      objections: z.array(vialObjection),
      /** As long as the lot can be used by all that is known, also after an extension. */
      expiresOn: plainDate.optional(),
      isExtended: z.boolean(),
      blocked: z.string().optional(),
      otherProduct: z.string().optional(),
      /** The one, those to choose from, or none. */
      vials: z.array(shownVial),
      /** Of a vial that would be opened: its number, doses and hours. */
      newVial: z
        .object({ number: z.number(), doses: z.number(), usableHours: z.number().optional() })
        .optional(),
      /** Closed vials of the lot by the books. */
      closed: z.number(),
    }),
  }),
  'stock.receive': command({
    access: mayKeepStock,
    input: z.object({
      requestId,
      ...lotName,
      vials: z.int().min(1).max(mostVials),
      expiresOn: plainDate,
      thawedOn: plainDate.optional(),
      fridgeId: fridgeId.optional(),
      source: words,
      how: z.enum(['scanned', 'typed']),
      productCode: code.optional(),
      serial: code.optional(),
    }),
    output: changedLot,
    refusals: [
      'lot-invalid',
      'lot-expired',
      'thawed-in-future',
      'source-missing',
      'vial-of-other-product',
      'fridge-unknown',
    ],
  }),
  'stock.open-vial': command({
    access: mayHandleVials,
    input: z.object({ requestId, ...lotName, serial: code.optional() }),
    output: z.object({ vialId }),
    refusals: ['lot-unknown', 'lot-expired', 'lot-blocked', 'thaw-over', 'vial-already-open'],
  }),
  'stock.discard': command({
    access: mayHandleVials,
    input: z.object({
      requestId,
      ...lotName,
      vialId: vialId.optional(),
      vials: z.int().min(1).max(mostVials).default(1),
      reason: z.enum(wasteReasons),
      note: words.default(''),
    }),
    output: changedLot,
    refusals: [
      'lot-unknown',
      'vial-unknown',
      'vial-already-discarded',
      'more-than-there',
      'waste-reason-of-opened',
      'stock-note-missing',
    ],
  }),
  'stock.count': command({
    access: mayKeepStock,
    input: z.object({ requestId, ...lotName, vials: z.int().min(0).max(mostVials) }),
    output: changedLot,
    refusals: ['lot-unknown'],
  }),
  'stock.block': command({
    access: mayHandleVials,
    input: z.object({ requestId, ...lotName, reason: words }),
    output: changedLot,
    refusals: ['lot-invalid', 'lot-already-blocked', 'lot-reason-missing'],
  }),
  'stock.release': command({
    access: mayReleaseLots,
    approvers: mayReleaseLots,
    input: z.object({ requestId, ...lotName, reason: words, secondSignIn }),
    output: changedLot,
    refusals: ['lot-not-blocked', 'lot-reason-missing', ...secondSignInRefusals],
  }),
  'stock.extend': command({
    access: mayExtendExpiry,
    input: z.object({ requestId, ...lotName, expiresOn: plainDate, source: words }),
    output: changedLot,
    refusals: [...lotRefusals, 'not-later', 'source-missing'],
  }),
  'stock.add-fridge': command({
    access: mayKeepStock,
    input: z.object({
      requestId,
      name: freeText(40),
      fromCelsius: z.number().min(celsiusLimits.from).max(celsiusLimits.to),
      toCelsius: z.number().min(celsiusLimits.from).max(celsiusLimits.to),
    }),
    output: z.object({ fridgeId }),
    refusals: ['fridge-name-missing', 'fridge-name-taken', 'fridge-range-wrong'],
  }),
  'stock.remove-fridge': command({
    access: mayKeepStock,
    input: z.object({ requestId, fridgeId }),
    output: z.object({ fridgeId }),
    refusals: ['fridge-unknown'],
  }),
  'stock.note-temperature': command({
    access: mayHandleVials,
    input: z.object({
      requestId,
      fridgeId,
      celsius: z.number().min(celsiusLimits.from).max(celsiusLimits.to),
      note: words.default(''),
    }),
    output: z.object({ fridgeId }),
    refusals: ['fridge-unknown', 'temperature-note-missing'],
  }),
  /** Who got a lot. The list is cut; the file has everybody. */
  'stock.trace': query({
    access: mayTraceLots,
    input: z.object({ lot }),
    output: z.object({
      /** Doses that were not voided. */
      count: z.number(),
      /** Doses of people who are not named here: erased, or restricted to others. */
      notNamed: z.number(),
      /** Doses that were recorded with this lot until it was corrected: they are of another one. */
      correctedAway: z.number(),
      shown: z.array(
        z.object({
          doseId,
          personId,
          givenName: z.string(),
          familyName: z.string(),
          birthDate: z.string(),
          contact: z.string().optional(),
          product: z.string(),
          ordinal: z.number(),
          givenOn: plainDate,
          isVoided: z.boolean(),
          /** From a booklet or a certificate: it was not given at this centre. */
          isElsewhere: z.boolean(),
          /** The lot it was recorded with at first, where it was corrected. */
          firstLot: z.string().optional(),
        }),
      ),
    }),
  }),
  'stock.trace-file': query({
    access: mayTraceLots,
    input: z.object({ lot, language }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.base64() }),
    refusals: ['lot-given-to-nobody'],
  }),
};
