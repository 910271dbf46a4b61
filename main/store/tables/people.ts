import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import type { ReadableDb } from '../database.ts';

export interface PersonRecord {
  readonly personId: PersonId;
  readonly status: 'registered' | 'restricted' | 'erased';
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
  return db.first<{ person_id: PersonId }>('SELECT person_id FROM person WHERE external_id = ?', externalId)
    ?.person_id;
}
