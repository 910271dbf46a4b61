import type { ProductId } from '../../../../domain/kernel/ids.ts';
import type { ReadableDb } from '../../database.ts';

/** What the centre said about products: whether each is active. */
export function statedProducts(db: ReadableDb): ReadonlyMap<ProductId, boolean> {
  const rows = db.all<{ product_id: ProductId; is_active: 0 | 1 }>(
    'SELECT product_id, is_active FROM centre_product',
  );
  return new Map(rows.map(({ product_id, is_active }) => [product_id, is_active === 1]));
}
