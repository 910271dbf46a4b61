import type { DoseId, PersonId, ProductId } from '../../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { ReportedDose } from '../../../../domain/reports/reported-dose.ts';
import type { Indication } from '../../../../domain/vaccination/indication.ts';
import type { ReadableDb } from '../../database.ts';
import { settingOf } from '../../settings.ts';
import { ordinalFinder } from './doses.ts';

/** A dose with whose it is, for a pseudonym. */
export interface DoseOfPerson extends ReportedDose {
  readonly personId: string;
  /** Restricted people stand in no file about single doses; sums count them. */
  readonly isRestricted: boolean;
}

interface Row {
  readonly dose_id: DoseId;
  readonly person_id: PersonId;
  readonly product_id: ProductId;
  readonly lot: string;
  readonly given_on: PlainDate;
  readonly indication: Indication | null;
  readonly status: string;
  readonly details: string;
}

/**
 * What this centre gave on those days (both included) and still stands, in the order of the days; what another centre gave
 * is that one's to report.
 */
export function* reportedDoses(
  db: ReadableDb,
  { from, to }: { from: PlainDate; to: PlainDate },
): Generator<DoseOfPerson> {
  const elsewhere = dosesOfOtherCentres(db);
  const ordinalOf = ordinalFinder(db);
  const rows = db.each<Row>(
    `SELECT dose_id, dose.person_id, product_id, lot, given_on, indication, status, details
      FROM dose JOIN person ON person.person_id = dose.person_id
      WHERE given_on BETWEEN ? AND ? AND voided_at IS NULL AND issuer IS NULL ORDER BY given_on, dose_id`,
    from,
    to,
  );
  for (const row of rows) if (!elsewhere.has(row.dose_id)) yield doseOf(row, ordinalOf(row));
}

function dosesOfOtherCentres(db: ReadableDb): Set<string> {
  const rows = db.all<{ dose_id: string }>(
    `SELECT json_extract(data, '$.doseId') AS dose_id FROM event WHERE type = 'DoseAdministered'
      AND station IN (SELECT station FROM known_station WHERE centre <> ?)`,
    settingOf(db, 'centre')?.centreId ?? '',
  );
  return new Set(rows.map(({ dose_id }) => dose_id));
}

function doseOf(row: Row, ordinal: number): DoseOfPerson {
  const { birthDate, sex, postcode } = JSON.parse(row.details) as Partial<ReportedDose>;
  return {
    doseId: row.dose_id,
    personId: row.person_id,
    isRestricted: row.status !== 'registered',
    givenOn: row.given_on,
    productId: row.product_id,
    lot: row.lot,
    ordinal,
    ...(row.indication ? { indication: row.indication } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(sex ? { sex } : {}),
    ...(postcode ? { postcode } : {}),
  };
}
