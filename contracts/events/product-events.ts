import { z } from 'zod';
import type { ProductId } from '../../domain/kernel/ids.ts';
import { storedId } from './stored-values.ts';

const productId = storedId<ProductId>();

export const productEvents = {
  ProductActivated: { 1: z.strictObject({ productId }) },
  ProductDeactivated: { 1: z.strictObject({ productId }) },
  VialCodeLearned: { 1: z.strictObject({ productId, code: z.string() }) },
} as const;
