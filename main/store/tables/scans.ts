import type { Instant } from '../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

/** Keeps that something was scanned and how it was judged; never what was in an unknown code. */
export function recordScan(
  db: WritableDb,
  scan: { scannedAt: Instant; via: string; reason: string; personId?: string },
): void {
  db.run(
    'INSERT INTO scan (scanned_at, via, reason, person_id) VALUES (?, ?, ?, ?)',
    scan.scannedAt,
    scan.via,
    scan.reason,
    scan.personId ?? null,
  );
}

export function lastScanOf(db: ReadableDb, personId: string): Instant | undefined {
  return db.first<{ at: Instant }>(
    'SELECT scanned_at AS at FROM scan WHERE person_id = ? ORDER BY scanned_at DESC LIMIT 1',
    personId,
  )?.at;
}
