import type { ProductId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { productOf } from './catalogue.ts';
import type { ProductActivated, ProductDeactivated } from './events.ts';

export type ActivateRefusal = 'product-unknown' | 'product-already-active';

export function decideActivate(
  active: readonly ProductId[],
  productId: ProductId,
): Result<ProductActivated[], ActivateRefusal> {
  if (!productOf(productId)) return refuse('product-unknown');
  if (active.includes(productId)) return refuse('product-already-active');
  return accept([{ type: 'ProductActivated', version: 1, data: { productId } }]);
}

export type DeactivateRefusal = 'product-inactive' | 'last-product';

/** A centre gives at least one product, or nobody could book or walk in. */
export function decideDeactivate(
  active: readonly ProductId[],
  productId: ProductId,
): Result<ProductDeactivated[], DeactivateRefusal> {
  if (!active.includes(productId)) return refuse('product-inactive');
  if (active.length === 1) return refuse('last-product');
  return accept([{ type: 'ProductDeactivated', version: 1, data: { productId } }]);
}
