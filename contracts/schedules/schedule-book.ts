import { z } from 'zod';
import type {
  AntigenRules,
  ScheduleBook,
  SeriesRule,
  SkipCondition,
  TargetDoseRule,
} from '../../domain/schedules/evaluation/schedule-book.ts';
import { parseSpan } from '../../domain/schedules/evaluation/span.ts';
import { plainDate } from '../ipc/schemas.ts';

const text = z.string().trim().min(1).max(2000);
const code = z.string().trim().min(1).max(100);
const span = z
  .string()
  .refine((each) => parseSpan(each) !== undefined, 'is no span of time like "6 weeks - 4 days"');
const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'is no day of the year MM-DD');

const ages = { fromAge: span.optional(), toAge: span.optional() };
const force = { inForceFrom: plainDate.optional(), inForceTo: plainDate.optional() };

const condition: z.ZodType<SkipCondition> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('age'), ...ages }),
  z.strictObject({ kind: z.literal('interval'), interval: span }),
  z.strictObject({ kind: z.literal('series-complete'), seriesGroups: z.array(code).min(1) }),
  z.strictObject({
    kind: z.literal('dose-count'),
    counts: z.enum(['valid', 'total']),
    compare: z.enum(['more', 'equal', 'fewer']),
    count: z.int().min(0),
    products: z.array(code).optional(),
    fromDate: plainDate.optional(),
    toDate: plainDate.optional(),
    isOfSeason: z.boolean().optional(),
    ...ages,
  }),
]);

const join = z.enum(['all', 'any']);
const skip = z.strictObject({
  when: z.enum(['evaluation', 'forecast', 'both']),
  join,
  sets: z
    .array(z.strictObject({ reason: text.optional(), join, conditions: z.array(condition).min(1), ...force }))
    .min(1),
});

const interval = z.strictObject({
  start: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('previous-dose') }),
    z.strictObject({ from: z.literal('target-dose'), dose: z.int().min(1) }),
    z.strictObject({ from: z.literal('products'), products: z.array(code).min(1) }),
    z.strictObject({ from: z.literal('observation'), observation: code }),
  ]),
  absoluteMinimum: span.optional(),
  minimum: span.optional(),
  recommendedFrom: span.optional(),
  recommendedTo: span.optional(),
  hasPriority: z.boolean().optional(),
  ...force,
});

const use = z.strictObject({
  product: code,
  maker: code.optional(),
  amountMl: z.number().positive().optional(),
  isNamedInForecast: z.boolean().optional(),
  ...ages,
});

const targetDose: z.ZodType<TargetDoseRule> = z.strictObject({
  ages: z.array(
    z.strictObject({
      absoluteMinimum: span.optional(),
      minimum: span.optional(),
      recommendedFrom: span.optional(),
      recommendedTo: span.optional(),
      maximum: span.optional(),
      ...force,
    }),
  ),
  intervals: z.array(interval),
  allowableIntervals: z.array(interval),
  preferable: z.array(use),
  allowable: z.array(use),
  inadvertent: z.array(code),
  skips: z.array(skip),
  isRecurring: z.boolean(),
  season: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('dates'), from: plainDate, to: plainDate.optional() }),
      z.strictObject({
        kind: z.literal('yearly'),
        from: dayOfYear,
        to: dayOfYear,
        countsFrom: dayOfYear.optional(),
      }),
    ])
    .optional(),
});

const series: z.ZodType<SeriesRule> = z.strictObject({
  name: text,
  kind: z.enum(['standard', 'risk', 'evaluation-only']),
  sexes: z
    .array(z.enum(['female', 'male', 'unknown']))
    .min(1)
    .optional(),
  seriesGroup: code,
  equivalentGroups: z.array(code),
  isDefault: z.boolean(),
  isOfOneProduct: z.boolean(),
  priority: z.string().regex(/^[A-Z]$/),
  preference: z.int().min(1).optional(),
  minimumAgeToStart: span.optional(),
  maximumAgeToStart: span.optional(),
  indications: z.array(z.strictObject({ observation: code, ...ages })),
  doses: z.array(targetDose).min(1),
});

const antigen: z.ZodType<AntigenRules> = z.strictObject({
  antigen: text,
  immunity: z
    .strictObject({
      observations: z.array(code),
      bornBefore: z
        .strictObject({ day: plainDate, country: code.optional(), unlessObserved: z.array(code) })
        .optional(),
    })
    .optional(),
  contraindications: z.array(
    z.strictObject({
      observation: code,
      text: z.string().max(2000),
      products: z.array(z.strictObject({ product: code, ...ages })).optional(),
      ...ages,
    }),
  ),
  series: z.array(series).min(1),
});

/** A book of schedules, as a file or as the product ships it. What fits the form may still contradict itself: `faultsOfBook`. */
export const scheduleBook: z.ZodType<ScheduleBook> = z.strictObject({
  book: code,
  version: text,
  source: text,
  issuedOn: plainDate.optional(),
  note: z.strictObject({ de: text, en: text }).optional(),
  groups: z
    .array(
      z.strictObject({
        name: text,
        antigens: z.array(text).min(1),
        isGivenWhole: z.boolean().optional(),
      }),
    )
    .min(1),
  products: z
    .array(
      z.strictObject({ code, name: text, antigens: z.array(z.strictObject({ antigen: text, ...ages })) }),
    )
    .min(1),
  conflicts: z.array(
    z.strictObject({ earlier: code, later: code, from: span, untilAfterValid: span, until: span }),
  ),
  observations: z.array(z.strictObject({ code, title: text })),
  antigens: z.array(antigen).min(1),
});
