import { z } from 'zod';
import { type Product, seriesNames } from '../../domain/products/product.ts';
import { observationLengths } from '../../domain/vaccination/observation-events.ts';
import { bilingual, productId } from '../ipc/schemas.ts';

/** What each entry of the catalogue must be. */
export const productSchema = z.object({
  productId,
  name: z.string().min(1).max(40),
  series: z.enum(seriesNames),
  manufacturer: z.string().min(1),
  authorisation: z
    .string()
    .regex(/^EU\/1\/\d{2}\/\d{3,4}$/)
    .optional(),
  atcCode: z.string().regex(/^J07[A-Z]{2}\d{2}$/),
  cvxCode: z.string().regex(/^\d{2,3}$/),
  disease: bilingual,
  diseaseCodes: z.array(z.string().regex(/^\d{6,18}$/)).min(1),
  amountMl: z.number().positive().max(2),
  route: z.enum(['intramuscular', 'subcutaneous']),
  observationMinutes: z.literal(observationLengths),
  ages: z.object({ fromYears: z.number().int().min(0), toYears: z.number().int().optional() }),
  source: z.string().min(1),
}) satisfies z.ZodType<Product>;
