import { sql } from 'kysely';
import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';
import { beginsNow, isLasting, type Present } from './measured-span.ts';
import type { Db } from './open-databases.ts';

const FIRST_ADMINISTRATOR_LOCK = 4_710_002;

export const sessionMinutes = 8 * 60;

export interface Administrator {
  readonly id: string;
  readonly name: string;
  readonly passwordHash: string;
}

export async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db.selectFrom('administrator').select('administrator_id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Adds the first one only: answers false when there is somebody already, whoever was quicker. */
export async function addFirstAdministrator(
  db: Db,
  { id, name, passwordHash }: Administrator,
  now: Instant,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    // One at a time: the directory of secrets has a row that everybody has.
    await sql`SELECT pg_advisory_xact_lock(${FIRST_ADMINISTRATOR_LOCK})`.execute(transaction);
    const known = await transaction
      .selectFrom('administrator')
      .select('administrator_id')
      .limit(1)
      .executeTakeFirst();
    if (known) return false;
    await transaction
      .insertInto('administrator')
      .values({
        administrator_id: id,
        name,
        name_key: nameKeyOf(name),
        password_hash: passwordHash,
        created_at: now,
      })
      .execute();
    return true;
  });
}

export async function administratorNamed(db: Db, name: string): Promise<Administrator | undefined> {
  const row = await db
    .selectFrom('administrator')
    .selectAll()
    .where('name_key', '=', nameKeyOf(name))
    .executeTakeFirst();
  return row && { id: row.administrator_id, name: row.name, passwordHash: row.password_hash };
}

/** Begins a session, and forgets those that are over. */
export async function openSession(
  db: Db,
  session: { readonly tokenHash: string; readonly administratorId: string },
  present: Present,
): Promise<void> {
  await db
    .deleteFrom('administrator_session')
    .where((is) => is.not(isLasting(present, sessionMinutes)))
    .execute();
  await db
    .insertInto('administrator_session')
    .values({
      token_hash: session.tokenHash,
      administrator_id: session.administratorId,
      expires_at: addMinutes(present.at, sessionMinutes),
      ...beginsNow(present),
    })
    .execute();
}

/** Whose session that is; undefined when it is over. */
export async function administratorOf(
  db: Db,
  tokenHash: string,
  present: Present,
): Promise<{ id: string; name: string } | undefined> {
  const row = await db
    .selectFrom('administrator_session')
    .innerJoin('administrator', 'administrator.administrator_id', 'administrator_session.administrator_id')
    .select(['administrator.administrator_id as id', 'administrator.name'])
    .where('token_hash', '=', tokenHash)
    .where(isLasting(present, sessionMinutes))
    .executeTakeFirst();
  return row;
}

export async function closeSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('administrator_session').where('token_hash', '=', tokenHash).execute();
}

/** Ends what is measured by the clock alone, which is about to be said to be right as it is. */
export async function closeSessionsOfOtherRuns(db: Db, run: string): Promise<void> {
  await db
    .deleteFrom('administrator_session')
    .where((is) => is.or([is('began_run', 'is', null), is('began_run', '<>', run)]))
    .execute();
}

function nameKeyOf(name: string): string {
  return name.trim().toLowerCase();
}
