import type { ProductId } from '../../../domain/kernel/ids.ts';
import { productActiveUnasked, products } from '../../../domain/products/catalogue.ts';
import type { Product } from '../../../domain/products/product.ts';
import type { ReadableDb } from '../../store/database.ts';
import { statedProducts } from '../../store/tables/products/centre-products.ts';

/** The vaccines that this centre gives, in the order of the catalogue; never none. */
export function activeProducts(db: ReadableDb): Product[] {
  const stated = statedProducts(db);
  return products.filter(({ productId }) => stated.get(productId) ?? productId === productActiveUnasked);
}

export function activeProductIds(db: ReadableDb): ProductId[] {
  return activeProducts(db).map(({ productId }) => productId);
}
