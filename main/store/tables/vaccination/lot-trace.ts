import type { DoseId, PersonId, ProductId } from '../../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../../../domain/people/events.ts';
import type { ReadableDb } from '../../database.ts';
import type { PersonRecord } from '../people/people.ts';

export interface TracedRow {
  readonly dose_id: DoseId;
  readonly person_id: PersonId;
  readonly product_id: ProductId;
  /** Of a dose given elsewhere: as the booklet or the certificate names it, which may be another one of the series. */
  readonly product_name: string | null;
  /** Who says so; null for a dose that was given here. */
  readonly issuer: string | null;
  readonly given_on: PlainDate;
  readonly voided_at: string | null;
  /** The lot it was recorded with at first, where that was another one. */
  readonly first_lot: string | null;
  /** Absent where nothing is known of the person but the dose. */
  readonly status: PersonRecord['status'] | null;
  /** JSON of `PersonDetails`: thousands are found and few are shown, so each is read when it is needed. */
  readonly details: string | null;
}

export function tracedDetails({ details }: TracedRow): PersonDetails {
  return JSON.parse(details ?? '{}');
}

/** Every dose of a lot, however its letters were typed, with who got it: the last one first. */
export function dosesOfLot(db: ReadableDb, lot: string): TracedRow[] {
  return db.all<TracedRow>(
    `SELECT dose_id, dose.person_id, product_id, product_name, issuer, given_on, voided_at, status, details,
        (SELECT nullif(before.lot COLLATE NOCASE, dose.lot) FROM dose_lot_before AS before
          WHERE before.dose_id = dose.dose_id
          ORDER BY corrected_at, event_id LIMIT 1) AS first_lot
      FROM dose LEFT JOIN person ON person.person_id = dose.person_id
      WHERE lot = ? COLLATE NOCASE AND NOT EXISTS (
        SELECT 1 FROM dose AS other WHERE other.replaces = dose.dose_id AND other.voided_at IS NULL
      ) ORDER BY given_at DESC, dose_id`,
    lot,
  );
}

/** Doses that were recorded with that lot until it was corrected to another one. */
export function dosesCorrectedFrom(db: ReadableDb, lot: string): number {
  const row = db.first<{ count: number }>(
    `SELECT count(DISTINCT before.dose_id) AS count FROM dose_lot_before AS before
      JOIN dose ON dose.dose_id = before.dose_id
      WHERE before.lot = ? COLLATE NOCASE AND dose.lot <> ? COLLATE NOCASE`,
    lot,
    lot,
  );
  return row?.count ?? 0;
}
