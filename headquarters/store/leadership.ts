import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Db } from './open-databases.ts';
import type { Schema } from './schema.ts';

const FEED_WRITER_LOCK = 4_710_003;

/**
 * Works as the one feed writer of all instances for as long as `work` goes on; answers false when another instance is
 * it. The lock belongs to the connection that the work is done on: whoever loses one loses both.
 * @throws what the connection or the work throws
 */
export async function asFeedWriter(
  url: string,
  work: (db: Db) => Promise<void>,
  connectionLost: (error: Error) => void,
): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 3_000 });
  pool.on('error', connectionLost);
  pool.on('connect', (client) => client.on('error', connectionLost));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await db.connection().execute(async (connection) => {
      const { rows } = await sql<{
        is_mine: boolean;
      }>`SELECT pg_try_advisory_lock(${FEED_WRITER_LOCK}) AS is_mine`.execute(connection);
      if (rows[0]?.is_mine !== true) return false;
      await work(connection as unknown as Db);
      return true;
    });
  } finally {
    await db.destroy();
  }
}
