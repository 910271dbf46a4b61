import type { ProductId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import { vialDataAtCentre } from '../../../../domain/products/confirm-vial-data.ts';
import type { VialData } from '../../../../domain/products/vial-data.ts';
import type { ReadableDb } from '../../database.ts';

interface Row {
  readonly doses_per_vial: number;
  readonly usable_hours: number | null;
  readonly thaw_days: number | null;
  readonly source: string;
  readonly confirmed_at: Instant;
}

export type CentreVialData = VialData & {
  /** Since when a doctor answers for it; absent for what is shipped and nobody confirmed. */
  readonly confirmedAt?: Instant;
};

/** What a vial of that product holds and how long it can be used, as this centre reckons. */
export function centreVialData(db: ReadableDb, productId: ProductId): CentreVialData {
  const row = db.first<Row>(
    'SELECT doses_per_vial, usable_hours, thaw_days, source, confirmed_at FROM centre_vial_data WHERE product_id = ?',
    productId,
  );
  if (!row) return vialDataAtCentre(productId, undefined);
  const confirmed = {
    dosesPerVial: row.doses_per_vial,
    ...(row.usable_hours === null ? {} : { usableHours: row.usable_hours }),
    ...(row.thaw_days === null ? {} : { thawDays: row.thaw_days }),
    source: row.source,
  };
  return { ...vialDataAtCentre(productId, confirmed), confirmedAt: row.confirmed_at };
}
