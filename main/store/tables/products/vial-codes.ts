import type { ProductId } from '../../../../domain/kernel/ids.ts';
import type { ReadableDb } from '../../database.ts';
import { settingOf } from '../../settings.ts';

/** Every code of a vial that was confirmed here, and of which product it is. */
export function vialCodes(db: ReadableDb): ReadonlyMap<string, ProductId> {
  const before = Object.entries(settingOf(db, 'vial-codes') ?? {}).flatMap(([productId, codes]) =>
    codes.map((code) => [code, productId as ProductId] as const),
  );
  const learned = db
    .all<{ code: string; product_id: ProductId }>('SELECT code, product_id FROM vial_code')
    .map(({ code, product_id }) => [code, product_id] as const);
  return new Map([...before, ...learned]);
}
