import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';

/**
 * Keeps that something was scanned and how it was evaluated; never what was in a code that was refused. The light waits
 * for no disk: a power cut may take the trace of the last scans, and what is recorded next brings them to the disk.
 */
export function recordScan(
  db: WritableDb,
  scan: { scannedAt: Instant; via: string; reason: string; personId?: string; refused?: RefusedScan },
): void {
  const { refusal, length, symbology, scanner } = scan.refused ?? {};
  db.transactUnsynced(() =>
    db.run(
      'INSERT INTO scan (scanned_at, via, reason, person_id, refusal, length, symbology, scanner) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      scan.scannedAt,
      scan.via,
      scan.reason,
      scan.personId ?? null,
      refusal ?? null,
      length ?? null,
      symbology ?? null,
      scanner ?? null,
    ),
  );
}

/** What may be known of a code that could not be used, without knowing the code. */
export interface RefusedScan {
  /** The parser's own reason, finer than the desk's. */
  readonly refusal: string;
  readonly length: number;
  readonly symbology?: string;
  readonly scanner?: string;
}

export interface RefusedScanRow {
  readonly scanned_at: Instant;
  readonly via: string;
  readonly reason: string;
  readonly refusal: string;
  readonly length: number;
  readonly symbology: string | null;
  readonly scanner: string | null;
}

/** The last ones first. */
export function refusedScans(db: ReadableDb, most: number): RefusedScanRow[] {
  return db.all<RefusedScanRow>(
    'SELECT scanned_at, via, reason, refusal, length, symbology, scanner FROM scan WHERE refusal IS NOT NULL ORDER BY id DESC LIMIT ?',
    most,
  );
}

export function lastScanOf(db: ReadableDb, personId: string): Instant | undefined {
  return db.first<{ at: Instant }>(
    'SELECT scanned_at AS at FROM scan WHERE person_id = ? ORDER BY scanned_at DESC LIMIT 1',
    personId,
  )?.at;
}
