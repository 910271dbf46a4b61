import { z } from 'zod';
import { productSchema } from '../products/product-schema.ts';
import { command, query } from './channel.ts';
import { productId, requestId } from './schemas.ts';

const seesProducts = ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'] as const;
const choosesProducts = ['site-lead'] as const;

export const productsContract = {
  /** The catalogue, and which of its vaccines this centre gives. */
  'products.list': query({
    access: seesProducts,
    input: z.object({}),
    output: z.object({
      products: z.array(
        productSchema.extend({
          doseCount: z.number(),
          /** Where its intervals come from. */
          scheduleSource: z.string(),
          isActive: z.boolean(),
        }),
      ),
    }),
  }),
  'products.activate': command({
    access: choosesProducts,
    input: z.object({ requestId, productId }),
    output: z.object({ productId }),
    refusals: ['product-unknown', 'product-already-active'],
  }),
  'products.deactivate': command({
    access: choosesProducts,
    input: z.object({ requestId, productId }),
    output: z.object({ productId }),
    refusals: ['product-inactive', 'last-product'],
  }),
};
