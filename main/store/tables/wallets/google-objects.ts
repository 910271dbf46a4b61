import type { PassId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';

/** The card of one pass at Google Wallet, and what was last sent of it. */
export interface GoogleObjectRow {
  readonly pass_id: PassId;
  readonly object_id: string;
  readonly mode: 'neutral' | 'private';
  readonly wanted_at: Instant;
  /** Null until Google has it. */
  readonly sent_revision: number | null;
  readonly sent_hash: string | null;
  readonly sent_at: Instant | null;
}

export function googleObjectOf(db: ReadableDb, passId: string): GoogleObjectRow | undefined {
  return db.first<GoogleObjectRow>('SELECT * FROM google_object WHERE pass_id = ?', passId);
}

/** Somebody wants this card. What was sent under another id or in another mode counts no more. */
export function wantGoogleObject(
  db: WritableDb,
  wish: Pick<GoogleObjectRow, 'pass_id' | 'object_id' | 'mode' | 'wanted_at'>,
): void {
  db.run(
    `INSERT INTO google_object (pass_id, object_id, mode, wanted_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (pass_id) DO UPDATE SET object_id = excluded.object_id, mode = excluded.mode,
        sent_revision = NULL, sent_hash = NULL, sent_at = NULL
        WHERE object_id <> excluded.object_id OR mode <> excluded.mode`,
    wish.pass_id,
    wish.object_id,
    wish.mode,
    wish.wanted_at,
  );
}

export function keepSent(
  db: WritableDb,
  sent: { passId: string; revision: number; hash: string; at: Instant },
): void {
  db.run(
    'UPDATE google_object SET sent_revision = ?, sent_hash = ?, sent_at = ? WHERE pass_id = ?',
    sent.revision,
    sent.hash,
    sent.at,
    sent.passId,
  );
}

/** Google knows nothing any more: a simulator that started anew, or another account. Answers the passes. */
export function forgetSent(db: WritableDb): string[] {
  db.run('UPDATE google_object SET sent_revision = NULL, sent_hash = NULL, sent_at = NULL');
  db.run('DELETE FROM google_class');
  return db.all<{ pass_id: string }>('SELECT pass_id FROM google_object').map((row) => row.pass_id);
}

/** Google lost that card: the next try inserts it again. */
export function forgetObject(db: WritableDb, passId: string): void {
  db.run(
    'UPDATE google_object SET sent_revision = NULL, sent_hash = NULL, sent_at = NULL WHERE pass_id = ?',
    passId,
  );
}

export function sentClassHash(db: ReadableDb, classId: string): string | undefined {
  return db.first<{ sent_hash: string }>('SELECT sent_hash FROM google_class WHERE class_id = ?', classId)
    ?.sent_hash;
}

export function keepSentClass(db: WritableDb, classId: string, hash: string, at: Instant): void {
  db.run(
    'INSERT OR REPLACE INTO google_class (class_id, sent_hash, sent_at) VALUES (?, ?, ?)',
    classId,
    hash,
    at,
  );
}

/** How many notices with a sound this card got since then. */
export function noticesSince(db: ReadableDb, passId: string, since: Instant): number {
  return (
    db.first<{ count: number }>(
      'SELECT count(*) AS count FROM google_notice WHERE pass_id = ? AND is_notifying = 1 AND sent_at > ?',
      passId,
      since,
    )?.count ?? 0
  );
}

export function wasNoticed(db: ReadableDb, passId: string, messageId: string): boolean {
  return (
    db.first('SELECT 1 AS one FROM google_notice WHERE pass_id = ? AND message_id = ?', passId, messageId) !==
    undefined
  );
}

export function keepNotice(
  db: WritableDb,
  notice: { passId: string; messageId: string; isNotifying: boolean; at: Instant },
): void {
  db.run(
    'INSERT OR REPLACE INTO google_notice (pass_id, message_id, is_notifying, sent_at) VALUES (?, ?, ?, ?)',
    notice.passId,
    notice.messageId,
    notice.isNotifying ? 1 : 0,
    notice.at,
  );
}

/** Cards at Google, and those that still wait to get there. */
export function googleObjectCounts(db: ReadableDb): { sent: number; unsent: number } {
  return (
    db.first<{ sent: number; unsent: number }>(
      `SELECT count(sent_at) AS sent, count(*) - count(sent_at) AS unsent FROM google_object`,
    ) ?? { sent: 0, unsent: 0 }
  );
}

export function forgetClass(db: WritableDb, classId: string): void {
  db.run('DELETE FROM google_class WHERE class_id = ?', classId);
}
