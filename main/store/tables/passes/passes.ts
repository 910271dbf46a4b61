import type { PassId, PersonId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { AnnouncedField } from '../../../../domain/passes/events.ts';
import { shownProduct } from '../../../../domain/products/product-in-question.ts';
import { doseStateOf } from '../../../../domain/vaccination/vaccination.ts';
import type { PassFile } from '../../../../issuing/apple/pass-file.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';
import { appointmentsOf } from '../appointments/appointments.ts';
import { linkedSetOf } from '../people/person-links.ts';
import { dosesOfSet, seriesDoseOf } from '../vaccination/doses.ts';

export interface PassRow {
  readonly pass_id: PassId;
  readonly person_id: PersonId;
  readonly key_id: number;
  readonly template_id: string;
  readonly template_version: number;
  readonly revision: number;
  /** Counted over the doses of the series that it shows, as far as they are known here; never believed from an event. */
  readonly dose_count: number;
  readonly last_dose_on: PlainDate | null;
  readonly announced: AnnouncedField | 'message' | null;
  /** The newest message of the centre, both languages as JSON. */
  readonly message: string | null;
  readonly updated_at: Instant;
  readonly status: 'valid' | 'voided';
}

export function passById(db: ReadableDb, passId: string): PassRow | undefined {
  const row = db.first<PassRow>('SELECT * FROM pass WHERE pass_id = ?', passId);
  return row && counted(db, row);
}

/** The person's valid pass, or the one voided last. */
export function passOf(db: ReadableDb, personId: string): PassRow | undefined {
  const row = db.first<PassRow>(
    `SELECT * FROM pass WHERE person_id = ? ORDER BY status = 'valid' DESC, updated_at DESC, pass_id DESC LIMIT 1`,
    personId,
  );
  return row && counted(db, row);
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
  return db
    .all<PassRow>('SELECT * FROM pass WHERE person_id = ? ORDER BY updated_at DESC, pass_id DESC', personId)
    .map((row) => counted(db, row));
}

/** With the doses of the series that the pass shows: it changes when another vaccine is booked. */
function counted(db: ReadableDb, row: PassRow): PassRow {
  const dates = appointmentsOf(db, row.person_id).map(({ product_id, day, status }) => ({
    productId: product_id,
    day,
    status,
  }));
  const doses = dosesOfSet(db, linkedSetOf(db, row.person_id)).map(seriesDoseOf);
  const { doseCount, lastDoseOn } = doseStateOf({ doses }, shownProduct({ dates, doses }));
  return { ...row, dose_count: doseCount, last_dose_on: lastDoseOn ?? null };
}

/** Passes whose id begins so: a handful at most. */
export function passesByIdPrefix(db: ReadableDb, prefix: string): PassRow[] {
  return db
    .all<PassRow>('SELECT * FROM pass WHERE pass_id >= ? AND pass_id < ?', prefix, `${prefix}G`)
    .map((row) => counted(db, row));
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
