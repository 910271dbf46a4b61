import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Db } from './open-databases.ts';
import type { Schema } from './schema.ts';

const FEED_WRITER_LOCK = 4_710_003;
const FOLLOWER_LOCK = 4_710_004;
const SENDER_LOCK = 4_710_005;
const WEBHOOK_LOCK = 4_710_006;
const GOOGLE_LOCK = 4_710_007;

type Work = (db: Db) => Promise<void>;

/** Works as the one feed writer of all instances. */
export function asFeedWriter(url: string, work: Work, lost: (error: Error) => void): Promise<boolean> {
  return whileLeading(FEED_WRITER_LOCK, url, work, lost);
}

/** Works as the one instance that follows the feeds for passes. */
export function asFollower(url: string, work: Work, lost: (error: Error) => void): Promise<boolean> {
  return whileLeading(FOLLOWER_LOCK, url, work, lost);
}

/** Works as the one instance that sends what is due. */
export function asSender(url: string, work: Work, lost: (error: Error) => void): Promise<boolean> {
  return whileLeading(SENDER_LOCK, url, work, lost);
}

/** Works as the one instance that tells existing systems. */
export function asWebhookSender(url: string, work: Work, lost: (error: Error) => void): Promise<boolean> {
  return whileLeading(WEBHOOK_LOCK, url, work, lost);
}

/** Works as the one instance that speaks to Google. */
export function asGoogleSender(url: string, work: Work, lost: (error: Error) => void): Promise<boolean> {
  return whileLeading(GOOGLE_LOCK, url, work, lost);
}

/**
 * Holds a lock for as long as `work` goes on; answers false when another instance has it. The lock belongs to the
 * connection that the work is done on: whoever loses one loses both.
 * @throws what the connection or the work throws
 */
async function whileLeading(
  lock: number,
  url: string,
  work: Work,
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
      }>`SELECT pg_try_advisory_lock(${lock}) AS is_mine`.execute(connection);
      if (rows[0]?.is_mine !== true) return false;
      await work(connection as unknown as Db);
      return true;
    });
  } finally {
    await db.destroy();
  }
}
