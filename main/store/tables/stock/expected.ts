import type { ProductId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { ReadableDb } from '../../database.ts';

/** How many people are here for each vaccine and wait, or are still to come: who is due since `from` counts. */
export function expectedByProduct(
  db: ReadableDb,
  day: PlainDate,
  from: Instant,
): ReadonlyMap<ProductId, number> {
  const rows = db.all<{ product_id: ProductId; count: number }>(
    `SELECT product_id, count(*) AS count FROM appointment
      WHERE day = ? AND (status = 'checked-in' OR (status = 'booked' AND starts_at > ?)) GROUP BY product_id`,
    day,
    from,
  );
  return new Map(rows.map(({ product_id, count }) => [product_id, count]));
}
