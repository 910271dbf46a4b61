import type { PersonId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';

export interface HandOverLinkRow {
  readonly person_id: PersonId;
  readonly created_at: Instant;
  readonly expires_at: Instant;
}

export function keepLink(
  db: WritableDb,
  link: {
    tokenHash: Uint8Array;
    personId: PersonId;
    createdBy: string;
    createdAt: Instant;
    expiresAt: Instant;
  },
): void {
  db.run(
    'INSERT INTO hand_over_link (token_hash, person_id, created_at, created_by, expires_at) VALUES (?, ?, ?, ?, ?)',
    link.tokenHash,
    link.personId,
    link.createdAt,
    link.createdBy,
    link.expiresAt,
  );
}

/** The link, if it is in force. */
export function linkInForce(
  db: ReadableDb,
  tokenHash: Uint8Array,
  now: Instant,
): HandOverLinkRow | undefined {
  return db.first<HandOverLinkRow>(
    `SELECT person_id, created_at, expires_at FROM hand_over_link
      WHERE token_hash = ? AND revoked_at IS NULL AND expires_at > ?`,
    tokenHash,
    now,
  );
}

/** Ends what is in force for a person. Answers how many. */
export function revokeLinks(db: WritableDb, personId: PersonId, now: Instant): number {
  return db.run(
    'UPDATE hand_over_link SET revoked_at = ? WHERE person_id = ? AND revoked_at IS NULL AND expires_at > ?',
    now,
    personId,
    now,
  ).changes;
}

/** Forgets links that have ended. */
export function forgetEndedLinks(db: WritableDb, before: Instant): void {
  db.run('DELETE FROM hand_over_link WHERE expires_at < ?', before);
}

export function dropLink(db: WritableDb, tokenHash: Uint8Array): void {
  db.run('DELETE FROM hand_over_link WHERE token_hash = ?', tokenHash);
}
