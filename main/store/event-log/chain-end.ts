import type { Instant } from '../../../domain/kernel/instant.ts';
import type { ReadableDb } from '../database.ts';

/** The last event of one chain; `hash` as hex. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

export function chainEndOf(db: ReadableDb, station: string, epoch: number): ChainEnd | undefined {
  const last = db.first<{ seq: number; hash: Uint8Array }>(
    'SELECT seq, hash FROM event WHERE station = ? AND epoch = ? ORDER BY seq DESC LIMIT 1',
    station,
    epoch,
  );
  return last && { seq: last.seq, hash: hex(last.hash) };
}

/** The hash of one event as hex, or undefined where the log has no such event. */
export function hashAt(db: ReadableDb, station: string, epoch: number, seq: number): string | undefined {
  const row = db.first<{ hash: Uint8Array }>(
    'SELECT hash FROM event WHERE station = ? AND epoch = ? AND seq = ?',
    station,
    epoch,
    seq,
  );
  return row && hex(row.hash);
}

export function countUnsigned(db: ReadableDb, station: string, epoch: number): number {
  const end = chainEndOf(db, station, epoch)?.seq ?? 0;
  const signed = db.first<{ seq: number | null }>(
    'SELECT max(seq) AS seq FROM chain_head WHERE station = ? AND epoch = ?',
    station,
    epoch,
  );
  return end - (signed?.seq ?? 0);
}

/** When the last event of all was written down. */
export function lastRecordedAt(db: ReadableDb): Instant | undefined {
  return db.first<{ recorded_at: Instant }>('SELECT recorded_at FROM event ORDER BY position DESC LIMIT 1')
    ?.recorded_at;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** Where in the store the last event stands; 0 where there is none. */
export function lastPosition(db: ReadableDb): number {
  return db.first<{ position: number | null }>('SELECT max(position) AS position FROM event')?.position ?? 0;
}
