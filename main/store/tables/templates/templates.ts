import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';
import type { ValidPass } from '../passes/passes-in-order.ts';

export interface PublishedTemplateRow {
  readonly version: number;
  readonly template: string;
  readonly published_at: Instant;
  readonly published_by: string;
}

export function publishedTemplate(db: ReadableDb, version: number): PublishedTemplateRow | undefined {
  return db.first<PublishedTemplateRow>('SELECT * FROM pass_template WHERE version = ?', version);
}

/** Newest first. */
export function publishedTemplates(db: ReadableDb): PublishedTemplateRow[] {
  return db.all<PublishedTemplateRow>('SELECT * FROM pass_template ORDER BY version DESC');
}

export function latestPublishedVersion(db: ReadableDb): number | undefined {
  return (
    db.first<{ version: number | null }>('SELECT max(version) AS version FROM pass_template')?.version ??
    undefined
  );
}

export interface DraftRow {
  readonly draft_id: string;
  readonly name: string;
  readonly template: string;
  readonly updated_at: Instant;
  readonly updated_by: string;
}

/** The one changed last comes first. */
export function templateDrafts(db: ReadableDb): DraftRow[] {
  return db.all<DraftRow>('SELECT * FROM template_draft ORDER BY updated_at DESC, draft_id');
}

export function templateDraft(db: ReadableDb, draftId: string): DraftRow | undefined {
  return db.first<DraftRow>('SELECT * FROM template_draft WHERE draft_id = ?', draftId);
}

export function keepDraft(db: WritableDb, draft: DraftRow): void {
  db.run(
    `INSERT OR REPLACE INTO template_draft (draft_id, name, template, updated_at, updated_by)
      VALUES (?, ?, ?, ?, ?)`,
    draft.draft_id,
    draft.name,
    draft.template,
    draft.updated_at,
    draft.updated_by,
  );
}

export function discardDraft(db: WritableDb, draftId: string): void {
  db.run('DELETE FROM template_draft WHERE draft_id = ?', draftId);
}

/** An image by the SHA-256 of its bytes: the same image is kept once, whatever uses it. */
export function templateImage(db: ReadableDb, digest: string): Uint8Array | undefined {
  return db.first<{ bytes: Uint8Array }>('SELECT bytes FROM template_image WHERE digest = ?', digest)?.bytes;
}

export function keepTemplateImage(db: WritableDb, digest: string, bytes: Uint8Array, now: Instant): void {
  db.run(
    'INSERT OR IGNORE INTO template_image (digest, bytes, added_at) VALUES (?, ?, ?)',
    digest,
    bytes,
    now,
  );
}

/** Valid passes that show an older version of the template. */
export function passesBefore(db: ReadableDb, version: number, most: number): ValidPass[] {
  return db.all<ValidPass>(
    `SELECT pass_id, person_id, revision, dose_count, last_dose_on FROM pass
      WHERE status = 'valid' AND template_version < ? ORDER BY template_version, pass_id LIMIT ?`,
    version,
    most,
  );
}

export function countPassesBefore(db: ReadableDb, version: number): number {
  return count(
    db,
    `SELECT count(*) AS count FROM pass WHERE status = 'valid' AND template_version < ?`,
    version,
  );
}

/** How many valid passes show each version. */
export function passesPerVersion(db: ReadableDb): Map<number, number> {
  const rows = db.all<{ version: number; count: number }>(
    `SELECT template_version AS version, count(*) AS count FROM pass WHERE status = 'valid' GROUP BY template_version`,
  );
  return new Map(rows.map(({ version, count: passes }) => [version, passes]));
}

function count(db: ReadableDb, sql: string, ...values: (string | number)[]): number {
  return db.first<{ count: number }>(sql, ...values)?.count ?? 0;
}
