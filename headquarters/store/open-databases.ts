import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Result } from '../../domain/kernel/result.ts';
import { checkAppRole, type DatabaseRoles, passwordOf, rolesOf } from './database-roles.ts';
import { checkKey, isInUse, keepKeyCheck } from './key-check.ts';
import { migrate } from './migrations/migrate.ts';
import type { Schema } from './schema.ts';
import { readServerKey, type ServerKey } from './server-key.ts';
import { isDatabaseAway, StoreFault, wasBeaten } from './store-fault.ts';

export type Db = Kysely<Schema>;
export type CentreDb = Transaction<Schema>;

export interface Databases {
  /** For what belongs to no centre: of centres' rows it sees none. */
  readonly app: Db;
  readonly keys: pg.Pool;
  /** The server's own key, which belongs to this database. */
  readonly key: ServerKey;
  /** Past a pooler, for what needs a session: whoever leads and waiting for notices. */
  readonly directUrl: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Owner of the database, with CREATEROLE. Through a pooler in transaction mode if the operator has one. */
  readonly url: string;
  /** The same database past the pooler; `url` when left out. */
  readonly directUrl?: string;
  /** Holds the server's key; made for a database that was never used. */
  readonly keyFile: string;
  /** A connection broke while nobody used it: told, and opened again when needed. */
  readonly connectionLost: (error: Error) => void;
  /** How many connections there are at once, for centres' rows and for keys; whoever finds none free waits. */
  readonly connections?: { readonly app: number; readonly keys: number };
}

const usualConnections = { app: 10, keys: 4 };

/** Also how long whoever asks waits for a connection that others have. */
const CONNECT_WITHIN_MS = 3_000;
const LOCK_WITHIN = '10s';
const STATEMENT_WITHIN = '60s';
const MOST_TRIES = 4;

/**
 * Brings the schema up and opens what headquarters works with.
 * @throws StoreFault
 */
export async function openDatabases(options: DatabaseOptions): Promise<Databases> {
  const { url, directUrl = url, connections = usualConnections } = options;
  const roles = rolesOf(decodeURIComponent(new URL(url).pathname.slice(1)));
  const key = await prepare(directUrl, roles, options);
  const as = (base: string, role: string) => urlAs(base, role, passwordOf(key, role));
  const pool = poolOf(as(url, roles.app), connections.app, options);
  const keys = poolOf(as(url, roles.keys), connections.keys, options);
  let closing: Promise<unknown> | undefined;
  const close = async () => {
    closing ??= Promise.all([pool.end(), keys.end()]);
    await closing;
  };
  await checkRole(pool).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    app: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    keys,
    key,
    directUrl: as(directUrl, roles.app),
    close,
  };
}

/**
 * One transaction that sees and writes the rows of one centre only. The centre is named inside of the transaction:
 * a pooler may give the same connection to somebody else right after. `work` may be run again from its beginning, when
 * PostgreSQL ended the transaction for another one's sake. A statement that takes too long is given up.
 */
export function inCentre<Value>(
  db: Db,
  centre: string,
  work: (db: CentreDb) => Promise<Value>,
): Promise<Value> {
  return againWhenBeaten(() =>
    db.transaction().execute(async (transaction) => {
      await sql`SELECT
        set_config('headquarters.centre', ${centre}, true),
        set_config('lock_timeout', ${LOCK_WITHIN}, true),
        set_config('statement_timeout', ${STATEMENT_WITHIN}, true)`.execute(transaction);
      return work(transaction);
    }),
  );
}

async function againWhenBeaten<Value>(transact: () => Promise<Value>): Promise<Value> {
  for (let triesLeft = MOST_TRIES - 1; ; triesLeft -= 1)
    try {
      return await transact();
    } catch (error) {
      if (!wasBeaten(error) || triesLeft === 0) throw error;
    }
}

/** The same, but a refusal leaves nothing written. */
export async function inCentreUnlessRefused<Value, Refusal>(
  db: Db,
  centre: string,
  work: (db: CentreDb) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  let refused: Result<Value, Refusal> | undefined;
  try {
    return await inCentre(db, centre, async (inside) => {
      const result = await work(inside);
      if (result.ok) return result;
      refused = result;
      throw new Error('rolled back');
    });
  } catch (error) {
    if (refused) return refused;
    throw error;
  }
}

async function prepare(
  url: string,
  roles: DatabaseRoles,
  { keyFile, connectionLost }: DatabaseOptions,
): Promise<ServerKey> {
  const owner = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  owner.on('error', connectionLost);
  try {
    await owner.connect();
    const isNew = !(await isInUse(owner));
    const key = readServerKey(keyFile, isNew);
    if (!isNew) await checkKey(owner, key);
    await migrate({ owner, roles, key });
    if (isNew) await keepKeyCheck(owner, key);
    return key;
  } catch (error) {
    if (isDatabaseAway(error)) throw new StoreFault('database-unreachable');
    throw error;
  } finally {
    await owner.end().catch(() => {});
  }
}

function poolOf(connectionString: string, max: number, { connectionLost }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  // Without a listener a PostgreSQL that restarts would end this process.
  pool.on('error', connectionLost);
  pool.on('connect', (client) => client.on('error', connectionLost));
  return pool;
}

async function checkRole(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await checkAppRole(client);
  } finally {
    client.release();
  }
}

function urlAs(base: string, role: string, password: string): string {
  const url = new URL(base);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}
