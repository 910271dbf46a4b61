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

/** Of whom somebody said that they are not one person with any of these. */
export function toldApartFrom(db: ReadableDb, people: readonly PersonId[]): PersonId[] {
  const ids = JSON.stringify(people);
  return db
    .all<{ id: PersonId }>(
      `SELECT other_id AS id FROM told_apart WHERE person_id IN (SELECT value FROM json_each(?))
        UNION SELECT person_id FROM told_apart WHERE other_id IN (SELECT value FROM json_each(?))
        ORDER BY id`,
      ids,
      ids,
    )
    .map(({ id }) => id);
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
