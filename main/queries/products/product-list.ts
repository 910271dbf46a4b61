import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { products } from '../../../domain/products/catalogue.ts';
import { scheduleOf } from '../../../domain/schedules/plain-schedules.ts';
import type { ReadableDb } from '../../store/database.ts';
import { activeProductIds } from './active-products.ts';

/** The whole catalogue, and which of it this centre gives. */
export function productList(db: ReadableDb): ChannelOutput<'products.list'> {
  const active = new Set(activeProductIds(db));
  return {
    products: products.map((product) => ({
      ...product,
      diseaseCodes: [...product.diseaseCodes],
      doseCount: scheduleOf(product.productId)?.doseCount ?? 1,
      scheduleSource: scheduleOf(product.productId)?.source ?? '',
      isActive: active.has(product.productId),
    })),
  };
}
