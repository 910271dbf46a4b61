import type { PassId, PersonId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { AnnouncedField } from '../../../domain/passes/events.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

export interface PassRow {
  readonly pass_id: PassId;
  readonly person_id: PersonId;
  readonly key_id: number;
  readonly template_id: string;
  readonly template_version: number;
  readonly revision: number;
  readonly dose_count: number;
  readonly last_dose_on: PlainDate | null;
  readonly announced: AnnouncedField | 'message' | null;
  /** The newest message of the centre, both languages as JSON. */
  readonly message: string | null;
  readonly updated_at: Instant;
  readonly status: 'valid' | 'voided';
}

export function passById(db: ReadableDb, passId: string): PassRow | undefined {
  return db.first<PassRow>('SELECT * FROM pass WHERE pass_id = ?', passId);
}

/** The person's valid pass, or the one voided last. */
export function passOf(db: ReadableDb, personId: string): PassRow | undefined {
  return db.first<PassRow>(
    `SELECT * FROM pass WHERE person_id = ? ORDER BY status = 'valid' DESC, updated_at DESC LIMIT 1`,
    personId,
  );
}

/** Every pass somebody ever had, the newest first. */
export function allPassesOf(db: ReadableDb, personId: string): PassRow[] {
  return db.all<PassRow>('SELECT * FROM pass WHERE person_id = ? ORDER BY updated_at DESC', personId);
}

/** Passes whose id begins so: a handful at most. */
export function passesByIdPrefix(db: ReadableDb, prefix: string): PassRow[] {
  return db.all<PassRow>('SELECT * FROM pass WHERE pass_id >= ? AND pass_id < ?', prefix, `${prefix}G`);
}

export function validPassIds(db: ReadableDb): string[] {
  return db
    .all<{ pass_id: string }>(`SELECT pass_id FROM pass WHERE status = 'valid'`)
    .map((row) => row.pass_id);
}

export interface PassFileRow {
  readonly revision: number;
  readonly bytes: Uint8Array;
  readonly signed_at: Instant;
}

/** The signed file handed over last, with the revision it shows. */
export function passFileOf(db: ReadableDb, passId: string): PassFileRow | undefined {
  return db.first<PassFileRow>('SELECT revision, bytes, signed_at FROM pass_file WHERE pass_id = ?', passId);
}

/** Which revision is signed, without reading the file. */
export function signedRevisionOf(db: ReadableDb, passId: string): number | undefined {
  return db.first<{ revision: number }>('SELECT revision FROM pass_file WHERE pass_id = ?', passId)?.revision;
}

export function removePassFile(db: WritableDb, passId: string): void {
  db.run('DELETE FROM pass_file WHERE pass_id = ?', passId);
}

export function keepPassFile(
  db: WritableDb,
  file: { passId: string; revision: number; bytes: Uint8Array; signedAt: Instant },
): void {
  db.run(
    `INSERT INTO pass_file (pass_id, revision, bytes, signed_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (pass_id) DO UPDATE SET revision = excluded.revision, bytes = excluded.bytes,
        signed_at = excluded.signed_at WHERE excluded.revision >= pass_file.revision`,
    file.passId,
    file.revision,
    file.bytes,
    file.signedAt,
  );
}
