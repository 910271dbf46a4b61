import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import type { ReadableDb } from '../database.ts';

export interface PersonRow {
  readonly person_id: PersonId;
  readonly status: 'registered' | 'erased';
  readonly given_name: string;
  readonly family_name: string;
  readonly birth_date: PersonDetails['birthDate'];
}

export interface PersonRecord {
  readonly personId: PersonId;
  readonly status: 'registered' | 'erased';
  readonly details: PersonDetails;
}

export function personById(db: ReadableDb, personId: string): PersonRecord | undefined {
  const row = db.first<PersonRow & { details: string }>(
    'SELECT person_id, status, details FROM person WHERE person_id = ?',
    personId,
  );
  return row && { personId: row.person_id, status: row.status, details: JSON.parse(row.details) };
}

/** People whose folded `family given` begins with `prefix`, in alphabetical order. */
export function peopleByPrefix(db: ReadableDb, prefix: string, most: number): PersonRow[] {
  return db.all<PersonRow>(
    `SELECT person_id, status, given_name, family_name, birth_date FROM person
      WHERE search_key >= ? AND search_key < ? AND status = 'registered' ORDER BY search_key LIMIT ?`,
    prefix,
    `${prefix}\u{10ffff}`,
    most,
  );
}

export function peopleByBirthDate(db: ReadableDb, birthDate: string, most: number): PersonRow[] {
  return db.all<PersonRow>(
    `SELECT person_id, status, given_name, family_name, birth_date FROM person
      WHERE birth_date = ? AND status = 'registered' ORDER BY search_key LIMIT ?`,
    birthDate,
    most,
  );
}

export function personIdByExternalId(db: ReadableDb, externalId: string): PersonId | undefined {
  return db.first<{ person_id: PersonId }>('SELECT person_id FROM person WHERE external_id = ?', externalId)
    ?.person_id;
}
