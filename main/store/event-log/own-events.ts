import type { Instant } from '../../../domain/kernel/instant.ts';
import type { EventRow } from '../../../ledger/event-row.ts';
import type { ReadableDb } from '../database.ts';

interface Chain {
  readonly station: string;
  readonly epoch: number;
}

/** An event among those of its station: a store that was put back goes on in the next epoch, from number 1 on. */
export interface ChainPlace {
  readonly epoch: number;
  readonly seq: number;
}

export function isAfter(one: ChainPlace, other: ChainPlace): boolean {
  return one.epoch > other.epoch || (one.epoch === other.epoch && one.seq > other.seq);
}

/** The next events of a station after that place, all of one epoch and at most so many. */
export function eventsAfter(
  db: ReadableDb,
  station: string,
  { epoch, seq }: ChainPlace,
  most: number,
): EventRow[] {
  const rows = db.all<EventRow>(
    'SELECT * FROM event WHERE station = ? AND (epoch, seq) > (?, ?) ORDER BY epoch, seq LIMIT ?',
    station,
    epoch,
    seq,
    most,
  );
  return rows.filter((row) => row.epoch === rows[0]?.epoch);
}

/** How many events a station recorded after that place. */
export function countAfter(db: ReadableDb, station: string, { epoch, seq }: ChainPlace): number {
  const found = db.first<{ count: number }>(
    'SELECT count(*) AS count FROM event WHERE station = ? AND (epoch, seq) > (?, ?)',
    station,
    epoch,
    seq,
  );
  return found?.count ?? 0;
}

/** A station's newest event of a type: its place, and when it happened. */
export function lastOfType(
  db: ReadableDb,
  station: string,
  type: string,
): (ChainPlace & { readonly at: Instant }) | undefined {
  return db.first(
    `SELECT epoch, seq, occurred_at AS at FROM event WHERE station = ? AND type = ?
      ORDER BY epoch DESC, seq DESC LIMIT 1`,
    station,
    type,
  );
}

/** The histories that anybody added to since that station's newest event of a type; all, where it has none. */
export function streamsSince(db: ReadableDb, station: string, type: string): string[] {
  return db
    .all<{ stream: string }>(
      `SELECT DISTINCT stream FROM event WHERE position >
        coalesce((SELECT max(position) FROM event WHERE type = ? AND station = ?), 0)`,
      type,
      station,
    )
    .map(({ stream }) => stream);
}

/** How far a chain goes; 0 before its first event. */
export function lastSeqOf(db: ReadableDb, { station, epoch }: Chain): number {
  const last = db.first<{ seq: number | null }>(
    'SELECT max(seq) AS seq FROM event WHERE station = ? AND epoch = ?',
    station,
    epoch,
  );
  return last?.seq ?? 0;
}
