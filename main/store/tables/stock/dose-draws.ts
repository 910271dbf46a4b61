import type { DoseId, PersonId, ProductId, VialId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { LotName } from '../../../../domain/stock/events.ts';
import type { Draw } from '../../../../domain/stock/move-draw.ts';
import type { MoveObjection, VialObjection } from '../../../../domain/stock/vial-objection.ts';
import type { ReadableDb } from '../../database.ts';

interface DrawRow {
  readonly dose_id: DoseId;
  readonly person_id: PersonId;
  readonly product_id: ProductId;
  readonly lot: string;
  readonly vial_id: VialId | null;
  readonly drawn_at: Instant;
  /** JSON */
  readonly objections: string;
  /** When it was found to be of another lot than it was booked from, and of which (JSON of `LotName`). */
  readonly moved_at: Instant | null;
  readonly moved_from: string | null;
  /** Its vial is of another lot or vaccine: two stations corrected one and the other apart from each other. */
  readonly is_of_other_vial: 0 | 1;
}

const columns = `dose_draw.*, EXISTS (SELECT 1 FROM vial WHERE vial.vial_id = dose_draw.vial_id
  AND NOT (vial.product_id = dose_draw.product_id AND vial.lot = dose_draw.lot COLLATE NOCASE)) AS is_of_other_vial`;

/** A draw that does not agree with the shelf, or did not until it was moved. */
export interface OddDraw {
  readonly at: Instant;
  readonly productId: ProductId;
  readonly lot: string;
  readonly vialId?: VialId;
  readonly objections: readonly (VialObjection | MoveObjection)[];
  readonly movedFrom?: LotName;
}

/**
 * Doses that the stock had something against, and those that were booked from another lot at first: each is a gap between
 * books and shelf, or a risk. Newest first.
 */
export function oddDraws(db: ReadableDb, most: number): OddDraw[] {
  return ["objections <> '[]' AND moved_at IS NULL", 'moved_at IS NOT NULL']
    .flatMap((which, index) =>
      db.all<DrawRow>(
        `SELECT ${columns} FROM dose_draw WHERE ${which} ORDER BY ${index === 0 ? 'drawn_at' : 'moved_at'} DESC, dose_id LIMIT ?`,
        most,
      ),
    )
    .map(oddDrawOf);
}

/** As the stock has one dose; undefined for one that it never booked. */
export function drawOfDose(db: ReadableDb, doseId: DoseId): Draw | undefined {
  const row = db.first<DrawRow>(`SELECT ${columns} FROM dose_draw WHERE dose_id = ?`, doseId);
  if (!row) return undefined;
  const { dose_id, person_id, product_id, lot, drawn_at } = row;
  return {
    doseId: dose_id,
    personId: person_id,
    productId: product_id,
    lot,
    ...vialIn(row),
    drawnAt: drawn_at,
  };
}

function oddDrawOf(row: DrawRow): OddDraw {
  const { product_id, lot, drawn_at, moved_at, moved_from } = row;
  const objections = JSON.parse(row.objections) as OddDraw['objections'];
  const hasVial = row.is_of_other_vial === 0 || objections.includes('no-vial-open');
  return {
    at: moved_at ?? drawn_at,
    productId: product_id,
    lot,
    ...vialIn(row),
    objections: hasVial ? objections : [...objections, 'no-vial-open'],
    ...(moved_from === null ? {} : { movedFrom: JSON.parse(moved_from) }),
  };
}

function vialIn({ vial_id, is_of_other_vial }: DrawRow): { readonly vialId?: VialId } {
  return vial_id === null || is_of_other_vial === 1 ? {} : { vialId: vial_id };
}
