import type { AppointmentId, DoseId, PersonId, ProductId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { ReadableDb } from '../../database.ts';

export interface DoseRow {
  readonly dose_id: DoseId;
  readonly person_id: PersonId;
  readonly appointment_id: AppointmentId | null;
  readonly product_id: ProductId;
  readonly ordinal: number;
  readonly lot: string;
  readonly given_on: PlainDate;
  readonly given_at: Instant;
  readonly recorded_at: Instant;
  readonly vaccinator: string;
  readonly voided_at: Instant | null;
  readonly void_reason: string | null;
  /** Who certified it, where it was given elsewhere. */
  readonly issuer: string | null;
  /** As the certificate has it, for one given elsewhere. */
  readonly product_name: string | null;
  readonly is_day_known: 0 | 1;
}

/** Every dose of people who are one (`linkedSetOf`), voided ones included, oldest first. */
export function dosesOfSet(db: ReadableDb, people: readonly PersonId[]): DoseRow[] {
  if (people.length === 1 && people[0]) return dosesOf(db, people[0]);
  return people
    .flatMap((personId) => dosesOf(db, personId))
    .sort((one, other) => one.given_at.localeCompare(other.given_at));
}

/** Every dose in one record, voided ones included, oldest first. */
export function dosesOf(db: ReadableDb, personId: string): DoseRow[] {
  return db.all<DoseRow>('SELECT * FROM dose WHERE person_id = ? ORDER BY given_at', personId);
}
