import type { PersonId } from '../../../../domain/kernel/ids.ts';
import type { ReadableDb } from '../../database.ts';

/** Everybody whose record is read together with this one, the person first. */
export function linkedSetOf(db: ReadableDb, personId: PersonId): PersonId[] {
  const others = db.all<{ id: PersonId }>(
    `WITH RECURSIVE linked (id) AS (
      SELECT ?
      UNION SELECT person_link.other_id FROM person_link JOIN linked ON person_link.person_id = linked.id
      UNION SELECT person_link.person_id FROM person_link JOIN linked ON person_link.other_id = linked.id
    ) SELECT id FROM linked WHERE id <> ? ORDER BY id`,
    personId,
    personId,
  );
  return [personId, ...others.map(({ id }) => id)];
}

export interface LinkRow {
  readonly person_id: PersonId;
  readonly other_id: PersonId;
}

/** The links that name the person themselves. */
export function directLinksOf(db: ReadableDb, personId: PersonId): LinkRow[] {
  return db.all<LinkRow>(
    'SELECT person_id, other_id FROM person_link WHERE person_id = ? OR other_id = ?',
    personId,
    personId,
  );
}
