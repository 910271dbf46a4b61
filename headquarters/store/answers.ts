import { sql } from 'kysely';
import type { Db } from './open-databases.ts';
import { isDatabaseAway } from './store-fault.ts';

/** Whether the database answers now. */
export async function answers(db: Db): Promise<boolean> {
  try {
    await sql`SELECT 1`.execute(db);
    return true;
  } catch (error) {
    if (isDatabaseAway(error)) return false;
    throw error;
  }
}
