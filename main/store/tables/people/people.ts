import type { PersonId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { PersonDetails, RestrictionReason } from '../../../../domain/people/events.ts';
import type { ReadableDb } from '../../database.ts';

export interface PersonRecord {
  readonly personId: PersonId;
  /** `sealed`: registered elsewhere, and the key of their details is not here (yet). */
  readonly status: 'registered' | 'restricted' | 'sealed' | 'erased';
  readonly details: PersonDetails;
}

export function personById(db: ReadableDb, personId: string): PersonRecord | undefined {
  const row = db.first<{ person_id: PersonId; status: PersonRecord['status']; details: string }>(
    'SELECT person_id, status, details FROM person WHERE person_id = ?',
    personId,
  );
  return row && { personId: row.person_id, status: row.status, details: JSON.parse(row.details) };
}

export function personIdByExternalId(db: ReadableDb, externalId: string): PersonId | undefined {
  // Two lists may have given it to two people: both are here, and it means the one who had it first.
  return db.first<{ person_id: PersonId }>(
    'SELECT person_id FROM person WHERE external_id = ? ORDER BY person_id LIMIT 1',
    externalId,
  )?.person_id;
}

export function externalIdOf(db: ReadableDb, personId: PersonId): string | undefined {
  return (
    db.first<{ external_id: string | null }>('SELECT external_id FROM person WHERE person_id = ?', personId)
      ?.external_id ?? undefined
  );
}

/** Whose erasure waited for a day that has come. */
export function restrictedDueBy(db: ReadableDb, day: PlainDate): PersonId[] {
  return db
    .all<{ person_id: PersonId }>(
      'SELECT person_id FROM person WHERE erase_from <= ? ORDER BY erase_from',
      day,
    )
    .map((row) => row.person_id);
}

export interface RestrictionRow {
  readonly restriction: RestrictionReason;
  readonly restricted_at: Instant;
  readonly erase_from: PlainDate | null;
}

export function restrictionOf(db: ReadableDb, personId: string): RestrictionRow | undefined {
  return db.first<RestrictionRow>(
    `SELECT restriction, restricted_at, erase_from FROM person WHERE person_id = ? AND status = 'restricted'`,
    personId,
  );
}

/** Of a UUID: no other number of a list can be one of our own. */
const OWN_ID_LENGTH = 36;

/** Whom a number of a list means: the number of the other system, or our own id where the list was exported here. */
export function personIdByAnyId(db: ReadableDb, id: string): PersonId | undefined {
  if (id.length !== OWN_ID_LENGTH) return personIdByExternalId(db, id);
  const found = db.first<{ person_id: PersonId | null }>(
    `SELECT coalesce((SELECT person_id FROM person WHERE external_id = ? ORDER BY person_id LIMIT 1),
      (SELECT person_id FROM person WHERE person_id = ?)) AS person_id`,
    id,
    id,
  );
  return found?.person_id ?? undefined;
}
