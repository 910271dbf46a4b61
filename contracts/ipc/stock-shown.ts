import { z } from 'zod';
import { lotEntryKinds } from '../../domain/stock/lot-entry.ts';
import { vialObjections } from '../../domain/stock/vial-objection.ts';
import { fridgeId, instant, plainDate, productId, vialId } from './schemas.ts';

export const vialObjection = z.enum(vialObjections);
/** A vial that stands open, as a screen shows it. */
export const shownVial = z.object({
  vialId,
  productId,
  product: z.string(),
  lot: z.string(),
  /** The how manieth of its lot. */
  number: z.number(),
  doses: z.number(),
  left: z.number(),
  openedAt: instant,
  /** Absent for one that is used at once. */
  usableUntil: instant.optional(),
  objections: z.array(vialObjection),
});
export type ShownVial = z.output<typeof shownVial>;

/** A lot of which closed vials are there, or that is blocked. */
export const shownLot = z.object({
  productId,
  lot: z.string(),
  product: z.string(),
  dosesPerVial: z.number(),
  expiresOn: plainDate.optional(),
  isExpired: z.boolean(),
  extendedBy: z.string().optional(),
  blocked: z.string().optional(),
  /** Closed vials. */
  closed: z.number(),
  /** The earliest day after which some of them are no longer to be opened. */
  thawedUntil: plainDate.optional(),
  isThawOver: z.boolean(),
  fridges: z.array(z.object({ name: z.string(), vials: z.number() })),
});
export type ShownLot = z.output<typeof shownLot>;

const temperature = z.object({
  at: instant,
  by: z.string().optional(),
  celsius: z.number(),
  note: z.string().optional(),
  isWithin: z.boolean(),
});
export const shownFridge = z.object({
  fridgeId,
  name: z.string(),
  fromCelsius: z.number(),
  toCelsius: z.number(),
  /** Newest first. */
  temperatures: z.array(temperature),
});
export type ShownFridge = z.output<typeof shownFridge>;

export const difference = z.object({
  kind: z.enum(['counted', 'never-received', 'drawn', 'moved']),
  at: instant,
  product: z.string(),
  lot: z.string(),
  vials: z.number().optional(),
  expected: z.number().optional(),
  objections: z.array(z.enum([...vialObjections, 'no-vial-open'])).optional(),
  /** Of a dose that was booked from another lot until it was corrected: that lot has it back by the books. */
  from: z.object({ product: z.string(), lot: z.string() }).optional(),
});
export type ShownDifference = z.output<typeof difference>;

export const evening = z.object({
  productId,
  product: z.string(),
  dosesLeft: z.number(),
  expected: z.number(),
  standby: z.number(),
  advice: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('nothing') }),
    z.object({ kind: z.literal('open-no-more'), spare: z.number(), call: z.number() }),
    z.object({ kind: z.literal('open-more'), vials: z.number(), spare: z.number(), call: z.number() }),
    z.object({ kind: z.literal('too-few'), vials: z.number(), missing: z.number() }),
  ]),
});
export type ShownEvening = z.output<typeof evening>;

export const journalLine = z.object({
  eventId: z.string(),
  at: instant,
  by: z.string().optional(),
  kind: z.enum(lotEntryKinds),
  product: z.string(),
  lot: z.string(),
  vials: z.number(),
  doses: z.number(),
  expected: z.number().optional(),
  expiresOn: plainDate.optional(),
  words: z.string().optional(),
});
export type JournalLine = z.output<typeof journalLine>;
