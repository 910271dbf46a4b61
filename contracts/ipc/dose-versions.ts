import { z } from 'zod';
import { indications } from '../../domain/vaccination/indication.ts';
import { doseId, injectionRoute, injectionSite, instant, plainDate } from './schemas.ts';

/** What the first corrections could not name is absent there: it was not changed. */
export const doseFacts = z.object({
  product: z.string().optional(),
  lot: z.string(),
  expiresOn: plainDate.optional(),
  givenOn: plainDate,
  site: injectionSite,
  route: injectionRoute.optional(),
  amountMl: z.number().optional(),
  /** By name; absent where no person of the staff stands behind the entry. */
  vaccinator: z.string().optional(),
  indication: z.enum(indications).optional(),
});

/** One correction of a dose: what stood there before, what stands there since, and when it was changed. */
export const doseCorrection = z.object({
  doseId,
  recordedAt: instant,
  by: z.string().optional(),
  approvedBy: z.string().optional(),
  note: z.string().optional(),
  before: doseFacts,
  after: doseFacts,
});
export type DoseCorrection = z.output<typeof doseCorrection>;

const paperVersion = z.object({
  givenOn: plainDate,
  isDayKnown: z.boolean(),
  page: z.string(),
  productName: z.string(),
  lot: z.string().optional(),
});

/** One correction of a dose from a booklet. */
export const paperDoseCorrection = z.object({
  recordedAt: instant,
  by: z.string().optional(),
  note: z.string().optional(),
  before: paperVersion,
  after: paperVersion,
});
export type PaperDoseCorrection = z.output<typeof paperDoseCorrection>;
