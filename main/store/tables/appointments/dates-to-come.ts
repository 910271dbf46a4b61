import type { AppointmentId, PersonId, ProductId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { ReadableDb } from '../../database.ts';
import type { PersonRecord } from '../people/people.ts';

export interface DateToCome {
  readonly appointment_id: AppointmentId;
  readonly person_id: PersonId;
  readonly product_id: ProductId;
  readonly planned_dose: number;
  readonly starts_at: Instant;
  readonly day: PlainDate;
  readonly status: 'booked' | 'checked-in' | 'elsewhere';
  readonly person_status: PersonRecord['status'];
  /** JSON of `PersonDetails`. */
  readonly details: string;
}

/** Dates of these products from a day on that are still to be kept, here or elsewhere; those of one person together, in their order. */
export function datesToCome(db: ReadableDb, products: readonly ProductId[], from: PlainDate): DateToCome[] {
  return db.all<DateToCome>(
    `SELECT a.appointment_id, a.person_id, a.product_id, a.planned_dose, a.starts_at, a.day, a.status,
        p.status AS person_status, p.details
      FROM appointment a JOIN person p ON p.person_id = a.person_id
      WHERE a.status IN ('booked', 'checked-in', 'elsewhere') AND a.day >= ?
        AND a.product_id IN (${products.map(() => '?').join(', ')})
      ORDER BY a.person_id, a.starts_at, a.appointment_id`,
    from,
    ...products,
  );
}
