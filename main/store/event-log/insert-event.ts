import type { PlacelessRow } from '../../../ledger/wire-form.ts';
import type { WritableDb } from '../database.ts';

/** Puts an event at the end of the log, as it is. */
export function insertEvent(db: WritableDb, row: PlacelessRow): void {
  db.run(
    `INSERT INTO event (id, type, version, stream, station, epoch, seq, hlc, occurred_at, recorded_at,
      actor, data, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.type,
    row.version,
    row.stream,
    row.station,
    row.epoch,
    row.seq,
    row.hlc,
    row.occurred_at,
    row.recorded_at,
    row.actor,
    row.data,
    row.prev_hash,
    row.hash,
  );
}
