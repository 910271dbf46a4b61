import type { ProductId } from '../../../domain/kernel/ids.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { Product } from '../../../domain/products/product.ts';
import type { ReadableDb } from '../../store/database.ts';
import { activeProducts } from './active-products.ts';

/** Names a vaccine where it must be said: where the centre gives several, or where it is not the one it gives. */
export function vaccineNamer(db: ReadableDb): (productId: ProductId) => string | undefined {
  return nameAmong(activeProducts(db));
}

/** The same where it is known what the centre gives. */
export function nameAmong(active: readonly Product[]): (productId: ProductId) => string | undefined {
  const [only, another] = active;
  return (productId) =>
    another === undefined && productId === only?.productId
      ? undefined
      : (productOf(productId)?.name ?? productId);
}

/** Between which vaccines there is a choice, `first` at the top; undefined where the centre gives one alone. */
export function vaccineChoice(
  active: readonly Product[],
  first: ProductId,
): { readonly productId: ProductId; readonly name: string }[] | undefined {
  if (active.length < 2) return undefined;
  const named = active.map(({ productId, name }) => ({ productId, name }));
  return named.toSorted((one, other) => Number(other.productId === first) - Number(one.productId === first));
}
