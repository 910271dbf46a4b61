import type { EventRow } from '../../../ledger/event-row.ts';
import type { ReadableDb } from '../database.ts';

interface Chain {
  readonly station: string;
  readonly epoch: number;
}

/** The next events of a chain after that number, at most so many. */
export function eventsAfter(
  db: ReadableDb,
  { station, epoch }: Chain,
  seq: number,
  most: number,
): EventRow[] {
  return db.all<EventRow>(
    'SELECT * FROM event WHERE station = ? AND epoch = ? AND seq > ? ORDER BY seq LIMIT ?',
    station,
    epoch,
    seq,
    most,
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
