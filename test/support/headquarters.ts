import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { type App, type AppOptions, buildApp } from '../../headquarters/app.ts';
import { openServerKeys } from '../../headquarters/features/enrolment/server-keys.ts';
import { openPassAuthority } from '../../headquarters/features/passes/pass-authority.ts';
import type { Headquarters, ServerLog } from '../../headquarters/headquarters.ts';
import { startFeedWriter } from '../../headquarters/jobs/feed-writer.ts';
import { onceOpened } from '../../headquarters/once-opened.ts';
import { createNotices } from '../../headquarters/store/notices.ts';
import { type DatabaseOptions, openDatabases } from '../../headquarters/store/open-databases.ts';
import { createPersonKeys } from '../../headquarters/store/person-keys.ts';
import { newId } from '../../ledger/new-id.ts';

export interface TestDatabase {
  /** For the owner. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own in the one PostgreSQL of this run. */
export async function aDatabase(): Promise<TestDatabase> {
  const answer = await fetch(inject('postgresStarter'));
  const server = await answer.text();
  if (!answer.ok) throw new Error(`PostgreSQL did not start: ${server}`);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(server, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = () =>
    asOwner(server, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      for (const role of ['app', 'keys', 'jobs']) await client.query(`DROP ROLE IF EXISTS ${name}_${role}`);
    });
  return { url: url.href, drop };
}

/** Something done as the owner of a database, who sees past no policy but may change the schema. */
export async function asOwner<Value>(
  url: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface TestHeadquarters {
  readonly app: App;
  readonly headquarters: Headquarters;
  readonly database: TestDatabase;
  /** Moves the clock of headquarters. */
  readonly clock: { now: Instant };
  readonly logged: Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

export const testMoment = '2026-11-23T09:00:00.000Z' as Instant;

/** A whole headquarters on a database of its own, asked by `inject`. */
export async function aHeadquarters(
  options: AppOptions &
    Pick<DatabaseOptions, 'connections'> & { readonly parts?: Partial<Headquarters> } = {},
): Promise<TestHeadquarters> {
  const database = await aDatabase();
  const dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-headquarters-'));
  const logged: Record<string, unknown>[] = [];
  const log = testLog(logged);
  const databases = await openDatabases({
    url: database.url,
    keyFile: path.join(dir, 'headquarters.key'),
    connectionLost: () => log.warn({ code: 'connection-lost' }),
    ...(options.connections ? { connections: options.connections } : {}),
  });
  const notices = createNotices(databases.directUrl, () => log.warn({ code: 'connection-lost' }));
  const clock = { now: testMoment };
  const headquarters: Headquarters = {
    databases,
    key: databases.key,
    personKeys: createPersonKeys(databases.keys, databases.key),
    notices,
    now: () => clock.now,
    clock: { isTrusted: async () => true, confirm: async () => {} },
    newId,
    serverKeys: onceOpened(() => openServerKeys({ databases, key: databases.key })),
    passAuthority: onceOpened(() =>
      openPassAuthority({ databases, key: databases.key, now: () => clock.now }),
    ),
    address: 'http://headquarters.test',
    version: '0.0.0-test',
    log,
    ...options.parts,
  };
  const feedWriter = startFeedWriter(headquarters);
  const app = await buildApp(headquarters, { requestsAMinute: 100_000, ...options });
  return {
    app,
    headquarters,
    database,
    clock,
    logged,
    async close() {
      await app.close();
      await feedWriter.close();
      await notices.close();
      await databases.close();
      await database.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export function minutesLater(moment: Instant, minutes: number): Instant {
  return instantOf(Date.parse(moment) + minutes * 60_000);
}

/** Keeps what would be logged. Fastify asks for a few more methods than we use. */
export function testLog(logged: Record<string, unknown>[]): ServerLog {
  const keep = (facts: unknown) => {
    logged.push(typeof facts === 'object' ? { ...facts } : { text: facts });
  };
  const log = { info: keep, warn: keep, error: keep, fatal: keep, debug: keep, trace: keep, silent: keep };
  return Object.assign(log, { level: 'info', child: () => log });
}
