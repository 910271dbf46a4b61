import { productOfList, type RowContext } from '../../domain/import/row-context.ts';
import type { ProductId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import type { Reads } from '../context.ts';
import { activeProductIds } from '../queries/products/active-products.ts';
import type { ReadableDb } from '../store/database.ts';
import { vialCodes } from '../store/tables/products/vial-codes.ts';
import { confirmedSchedules } from '../store/tables/schedules/centre-schedules.ts';

export function rowContextOf(station: Reads): RowContext {
  const { timeZone: zone, centreName } = station.settings;
  return {
    today: plainDateAt(station.now(), zone),
    zone,
    activeProducts: activeProductIds(station.db),
    vialCodes: vialCodes(station.db),
    centreName,
    confirmed: confirmedSchedules(station.db),
  };
}

/** Which vaccine a date of a list is for. */
export function productOfDate(
  { db }: { readonly db: ReadableDb },
  { productId }: { readonly productId?: ProductId },
): ProductId {
  return productId ?? productOfList({ activeProducts: activeProductIds(db) });
}
