import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';

export interface TrustListRow {
  readonly text: string;
  readonly imported_at: Instant;
  readonly imported_by: string;
}

/** There is one: a new list takes the place of the old one. */
export function saveTrustList(db: WritableDb, { text, imported_at, imported_by }: TrustListRow): void {
  db.run(
    'INSERT OR REPLACE INTO trust_list (id, text, imported_at, imported_by) VALUES (1, ?, ?, ?)',
    text,
    imported_at,
    imported_by,
  );
}

export function trustListRow(db: ReadableDb): TrustListRow | undefined {
  return db.first<TrustListRow>('SELECT text, imported_at, imported_by FROM trust_list');
}
