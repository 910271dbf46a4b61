import { z } from 'zod';
import { maySeeSchedules } from '../../domain/schedules/who-may.ts';
import { query } from './channel.ts';
import { bilingual, plainDate } from './schemas.ts';

/** More doses nobody has of one vaccination. */
const MOST_DOSES = 50;

const bookName = z.string().min(1).max(64);
const code = z.string().max(64);

const shownSchedule = z.object({
  book: z.string(),
  title: bilingual,
  version: z.string(),
  source: z.string(),
  issuedOn: plainDate.optional(),
  note: bilingual.optional(),
  products: z.array(z.object({ code: z.string(), name: z.string() })),
  observations: z.array(z.object({ code: z.string(), title: z.string() })),
  series: z.array(
    z.object({
      name: z.string(),
      isForRisk: z.boolean(),
      /** One list of sentences for each dose, in the order of the doses. */
      doses: z.array(z.array(bilingual)),
    }),
  ),
});
export type ShownSchedule = z.output<typeof shownSchedule>;

const evaluated = z.object({
  doses: z.array(z.object({ status: z.enum(['valid', 'not-valid', 'extraneous']), sentence: bilingual })),
  series: bilingual,
  next: z
    .object({
      dose: z.number(),
      earliest: plainDate,
      recommended: plainDate,
      pastDue: plainDate.optional(),
      latest: plainDate.optional(),
    })
    .optional(),
  /** What is to be done next. */
  sentence: bilingual,
});
export type TriedHistory = z.output<typeof evaluated>;

export const schedulesContract = {
  /** The schedules that come with the product, in plain words. */
  'schedules.list': query({
    access: maySeeSchedules,
    input: z.object({}),
    output: z.object({ schedules: z.array(shownSchedule) }),
  }),
  /** A history as it was typed, evaluated today; nothing of it is kept. */
  'schedules.try': query({
    access: maySeeSchedules,
    input: z.object({
      book: bookName,
      bornOn: plainDate,
      sex: z.enum(['female', 'male', 'unknown']),
      observations: z.array(code).max(20).default([]),
      doses: z.array(z.object({ on: plainDate, product: code })).max(MOST_DOSES),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('fault'), sentence: bilingual }),
      evaluated.extend({ kind: z.literal('evaluated') }),
    ]),
    refusals: ['schedule-unknown'],
  }),
};
