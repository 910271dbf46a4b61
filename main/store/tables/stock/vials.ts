import type { ProductId, VialId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import { type LotName, lotStreamOf, type WasteReason } from '../../../../domain/stock/events.ts';
import type { OpenedVial } from '../../../../domain/stock/open-vial.ts';
import type { ReadableDb } from '../../database.ts';

interface VialRow {
  readonly vial_id: VialId;
  readonly product_id: ProductId;
  readonly lot: string;
  /** The how manieth of its lot. */
  readonly number: number;
  readonly doses: number;
  readonly drawn: number;
  readonly opened_at: Instant;
  readonly usable_until: Instant | null;
  readonly serial: string | null;
  readonly discard_reason: WasteReason | null;
}

/** A dose whose lot and vaccine were corrected apart from each other may name a vial that is not of both: it does not hold it. */
const columns = `vial_id, product_id, lot, doses, opened_at, usable_until, serial, discard_reason,
  (SELECT count(*) FROM dose_draw WHERE dose_draw.vial_id = vial.vial_id
    AND dose_draw.product_id = vial.product_id AND dose_draw.lot = vial.lot COLLATE NOCASE) AS drawn`;
const numbered = `${columns}, (SELECT count(*) FROM vial AS earlier WHERE earlier.lot_key = vial.lot_key
  AND (earlier.hlc, earlier.vial_id) <= (vial.hlc, vial.vial_id)) AS number`;

/** A vial is used within a day: those of a lot that were opened long ago are looked up by name alone. */
const RECENT_VIALS = 60;

/** The vials of a lot that were opened last, in the order in which they were. */
export function vialsOfLot(db: ReadableDb, name: LotName): OpenedVial[] {
  const key = lotStreamOf(name);
  const all = db.first<{ count: number }>('SELECT count(*) AS count FROM vial WHERE lot_key = ?', key);
  return db
    .all<Omit<VialRow, 'number'>>(
      `SELECT ${columns} FROM vial WHERE lot_key = ? ORDER BY hlc DESC, vial_id DESC LIMIT ?`,
      key,
      RECENT_VIALS,
    )
    .map((row, index) => vialOf({ ...row, number: (all?.count ?? 0) - index }))
    .reverse();
}

/** A vial of that lot with that id or number, however long ago it was opened. */
export function vialNamed(
  db: ReadableDb,
  name: LotName,
  { vialId, serial }: { readonly vialId?: VialId; readonly serial?: string },
): OpenedVial | undefined {
  const row = db.first<VialRow>(
    `SELECT ${numbered} FROM vial WHERE lot_key = ? AND (vial_id = ? OR serial = ?)
      ORDER BY vial_id = ? DESC, hlc DESC LIMIT 1`,
    lotStreamOf(name),
    vialId ?? '',
    serial ?? null,
    vialId ?? '',
  );
  return row && vialOf(row);
}

/** Every vial that was opened since then and stands open: not thrown away, and not empty. */
export function openVials(db: ReadableDb, since: Instant): (OpenedVial & LotName)[] {
  return db
    .all<VialRow>(
      `SELECT ${numbered} FROM vial WHERE discarded_at IS NULL AND opened_at > ? ORDER BY opened_at, vial_id`,
      since,
    )
    .filter(({ drawn, doses }) => drawn < doses)
    .map((row) => ({ ...vialOf(row), productId: row.product_id, lot: row.lot }));
}

function vialOf(row: VialRow): OpenedVial {
  return {
    vialId: row.vial_id,
    number: row.number,
    doses: row.doses,
    drawn: row.drawn,
    openedAt: row.opened_at,
    ...(row.usable_until ? { usableUntil: row.usable_until } : {}),
    ...(row.serial === null ? {} : { serial: row.serial }),
    ...(row.discard_reason === null ? {} : { discarded: row.discard_reason }),
  };
}
