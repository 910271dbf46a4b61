import type { ProductId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { ReadableDb } from '../../database.ts';

export interface ExpectedPerson {
  readonly productId: ProductId;
  readonly startsAt: Instant;
  readonly isHere: boolean;
}

/** Who is here for a vaccine and waits, or is still to come: who is due since `from` counts. */
export function expectedByProduct(db: ReadableDb, day: PlainDate, from: Instant): ExpectedPerson[] {
  const rows = db.all<{ product_id: ProductId; starts_at: Instant; status: string }>(
    `SELECT product_id, starts_at, status FROM appointment
      WHERE day = ? AND (status = 'checked-in' OR (status = 'booked' AND starts_at > ?))`,
    day,
    from,
  );
  return rows.map(({ product_id, starts_at, status }) => ({
    productId: product_id,
    startsAt: starts_at,
    isHere: status === 'checked-in',
  }));
}
