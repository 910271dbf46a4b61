import type { PassId, PersonId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { AnnouncedField } from '../../../../domain/passes/events.ts';
import type { PassFile } from '../../../../issuing/apple/pass-file.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';

export interface PassRow {
  readonly pass_id: PassId;
  readonly person_id: PersonId;
  readonly key_id: number;
  readonly template_id: string;
  readonly template_version: number;
  readonly revision: number;
  readonly announced: AnnouncedField | 'message' | null;
  /** The newest message of the centre, both languages as JSON. */
  readonly message: string | null;
  readonly updated_at: Instant;
  readonly status: 'valid' | 'voided';
}

/** How many doses a pass shows is counted over those that are known here (`knownOf`), never believed from an event. */
const passes = `SELECT pass_id, person_id, key_id, template_id, template_version, revision, announced, message,
    updated_at, status
  FROM pass`;

export function passById(db: ReadableDb, passId: string): PassRow | undefined {
  return db.first<PassRow>(`${passes} WHERE pass_id = ?`, passId);
}

/** The person's valid pass, or the one voided last. */
export function passOf(db: ReadableDb, personId: string): PassRow | undefined {
  return db.first<PassRow>(
    `${passes} WHERE person_id = ? ORDER BY status = 'valid' DESC, updated_at DESC, pass_id DESC LIMIT 1`,
    personId,
  );
}

/** How many passes somebody ever had. */
export function countPasses(db: ReadableDb, personId: string): number {
  const row = db.first<{ count: number }>('SELECT count(*) AS count FROM pass WHERE person_id = ?', personId);
  return row?.count ?? 0;
}

/** Everybody who has an open date at this centre and never had a pass. */
export function peopleWithoutPass(db: ReadableDb): PersonId[] {
  return db
    .all<{ person_id: PersonId }>(
      `SELECT DISTINCT person_id FROM appointment AS date WHERE status IN ('booked', 'checked-in')
        AND NOT EXISTS (SELECT 1 FROM pass WHERE pass.person_id = date.person_id)`,
    )
    .map(({ person_id }) => person_id);
}

/** Every pass somebody ever had, the newest first. */
export function allPassesOf(db: ReadableDb, personId: string): PassRow[] {
  return db.all<PassRow>(`${passes} WHERE person_id = ? ORDER BY updated_at DESC, pass_id DESC`, personId);
}

/** Passes whose id begins so: a handful at most. */
export function passesByIdPrefix(db: ReadableDb, prefix: string): PassRow[] {
  return db.all<PassRow>(`${passes} WHERE pass_id >= ? AND pass_id < ?`, prefix, `${prefix}G`);
}

export function validPassIds(db: ReadableDb): string[] {
  return db
    .all<{ pass_id: string }>(`SELECT pass_id FROM pass WHERE status = 'valid'`)
    .map((row) => row.pass_id);
}

/** Valid passes whose file is missing, or older than what they say. */
export function unsignedPassIds(db: ReadableDb): string[] {
  return db
    .all<{ pass_id: string }>(
      `SELECT pass_id FROM pass LEFT JOIN pass_file USING (pass_id)
        WHERE status = 'valid' AND (pass_file.revision IS NULL OR pass_file.revision < pass.revision)`,
    )
    .map((row) => row.pass_id);
}

export interface PassFileRow {
  readonly revision: number;
  readonly bytes: Uint8Array;
  readonly signed_at: Instant;
}

/** The signed file handed over last, with the revision it shows. */
export function passFileOf(db: ReadableDb, passId: string): PassFileRow | undefined {
  const row = db.first<PassFileRow & { images: Uint8Array | null }>(
    `SELECT f.revision, f.bytes, f.signed_at, i.bytes AS images
      FROM pass_file f LEFT JOIN pass_images i ON i.digest = f.images WHERE f.pass_id = ?`,
    passId,
  );
  if (!row) return undefined;
  const { images, ...file } = row;
  return images ? { ...file, bytes: Buffer.concat([images, file.bytes]) } : file;
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
  {
    passId,
    revision,
    file,
    signedAt,
  }: { passId: string; revision: number; file: PassFile; signedAt: Instant },
): void {
  const { digest, bytes } = file.images;
  if (!db.first('SELECT 1 FROM pass_images WHERE digest = ?', digest))
    db.run('INSERT INTO pass_images (digest, bytes) VALUES (?, ?)', digest, bytes);
  db.run(
    `INSERT INTO pass_file (pass_id, revision, images, bytes, signed_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (pass_id) DO UPDATE SET revision = excluded.revision, images = excluded.images,
        bytes = excluded.bytes, signed_at = excluded.signed_at WHERE excluded.revision >= pass_file.revision`,
    passId,
    revision,
    digest,
    file.own,
    signedAt,
  );
}
