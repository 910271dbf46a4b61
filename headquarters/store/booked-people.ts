import { sql } from 'kysely';
import type { CentreDb } from './open-databases.ts';

/** Keeps by which fingerprints somebody can be known again. */
export async function keepBookedPerson(
  db: CentreDb,
  centre: string,
  { personId, fingerprints }: { readonly personId: string; readonly fingerprints: readonly string[] },
): Promise<void> {
  if (fingerprints.length === 0) return;
  await db
    .insertInto('booked_person')
    .values(fingerprints.map((fingerprint) => ({ centre_id: centre, fingerprint, person_id: personId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who booked before under one of these. */
export async function bookedPeople(db: CentreDb, fingerprints: readonly string[]): Promise<string[]> {
  if (fingerprints.length === 0) return [];
  const rows = await db
    .selectFrom('booked_person')
    .select('person_id')
    .distinct()
    .where('fingerprint', 'in', fingerprints)
    .orderBy('person_id')
    .limit(MOST)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

const MOST = 5;

export async function forgetBookedPerson(db: CentreDb, personId: string): Promise<void> {
  await db.deleteFrom('booked_person').where('person_id', '=', personId).execute();
}

/** Until COMMIT nobody else who holds one of these people goes on; in one order, so that two never wait for each other. */
export async function holdPeople(db: CentreDb, centre: string, people: readonly string[]): Promise<void> {
  for (const person of people.toSorted())
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`booked ${centre} ${person}`}, 0))`.execute(db);
}
