import type { PersonId } from '../../../../domain/kernel/ids.ts';
import type { ReadableDb } from '../../database.ts';

export interface ExportedPerson {
  readonly person_id: PersonId;
  readonly details: string;
  readonly external_id: string | null;
}

const isExported = `status = 'registered' AND restriction IS NULL`;

/** The next people in the order of their ids; whoever asked for restriction is in no list that leaves the house. */
export function peopleAfter(db: ReadableDb, after: string, most: number): ExportedPerson[] {
  return db.all<ExportedPerson>(
    `SELECT person_id, details, external_id FROM person
      WHERE person_id > ? AND ${isExported} ORDER BY person_id LIMIT ?`,
    after,
    most,
  );
}

/** How many people an export of everybody is about. */
export function countExported(db: ReadableDb): number {
  return db.first<{ count: number }>(`SELECT count(*) AS count FROM person WHERE ${isExported}`)?.count ?? 0;
}

/** The other system's number of each date of a person. */
export function externalIdsOfDates(db: ReadableDb, personId: string): Map<string, string> {
  const rows = db.all<{ appointment_id: string; external_id: string }>(
    'SELECT appointment_id, external_id FROM appointment WHERE person_id = ? AND external_id IS NOT NULL',
    personId,
  );
  return new Map(rows.map(({ appointment_id, external_id }) => [appointment_id, external_id]));
}
