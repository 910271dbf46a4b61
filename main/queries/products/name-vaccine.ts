import type { ProductId } from '../../../domain/kernel/ids.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { ReadableDb } from '../../store/database.ts';
import { activeProductIds, activeProducts } from './active-products.ts';

/** Names a vaccine where it must be said: where the centre gives several, or where it is not the one it gives. */
export function vaccineNamer(db: ReadableDb): (productId: ProductId) => string | undefined {
  const [only, another] = activeProductIds(db);
  return (productId) =>
    another === undefined && productId === only ? undefined : (productOf(productId)?.name ?? productId);
}

/** Between which vaccines there is a choice, `first` at the top; undefined where the centre gives one alone. */
export function vaccineChoice(
  db: ReadableDb,
  first: ProductId,
): { readonly productId: ProductId; readonly name: string }[] | undefined {
  const active = activeProducts(db).map(({ productId, name }) => ({ productId, name }));
  if (active.length < 2) return undefined;
  return active.toSorted((one, other) => Number(other.productId === first) - Number(one.productId === first));
}
