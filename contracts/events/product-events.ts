import { z } from 'zod';
import type { ProductId, StaffId } from '../../domain/kernel/ids.ts';
import { storedId } from './stored-values.ts';

const productId = storedId<ProductId>();

export const productEvents = {
  ProductActivated: { 1: z.strictObject({ productId }) },
  ProductDeactivated: { 1: z.strictObject({ productId }) },
  VialCodeLearned: { 1: z.strictObject({ productId, code: z.string() }) },
  VialDataConfirmed: {
    1: z.strictObject({
      productId,
      formulation: z.enum(['concentrate', 'suspension', 'powder', 'pre-filled']),
      dosesPerVial: z.int(),
      usableHours: z.number().optional(),
      thawDays: z.number().optional(),
      source: z.string(),
      approvedBy: storedId<StaffId>().optional(),
    }),
  },
} as const;
