import type { DoseId, PersonId, ProductId, VialId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { VialObjection } from '../../../../domain/stock/vial-objection.ts';
import type { ReadableDb } from '../../database.ts';

export interface DrawRow {
  readonly dose_id: DoseId;
  readonly person_id: PersonId;
  readonly product_id: ProductId;
  readonly lot: string;
  readonly vial_id: VialId | null;
  readonly drawn_at: Instant;
  /** JSON, never empty. */
  readonly objections: string;
}

/** Doses that the stock had something against, newest first: each is a gap between books and shelf, or a risk. */
export function objectedDraws(
  db: ReadableDb,
  most: number,
): (Omit<DrawRow, 'objections'> & {
  readonly objections: VialObjection[];
})[] {
  return db
    .all<DrawRow>(
      `SELECT * FROM dose_draw WHERE objections <> '[]' ORDER BY drawn_at DESC, dose_id LIMIT ?`,
      most,
    )
    .map((row) => ({ ...row, objections: JSON.parse(row.objections) }));
}
