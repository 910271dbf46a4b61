import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rolesOf } from '../../../headquarters/store/database-roles.ts';
import { migrate, migrations } from '../../../headquarters/store/migrations/migrate.ts';
import { type Databases, inCentre, openDatabases } from '../../../headquarters/store/open-databases.ts';
import { serverKeyOf } from '../../../headquarters/store/server-key.ts';
import { aDatabase, asOwner, type TestDatabase, testMoment } from '../../support/headquarters.ts';

const tell = () => {};

describe("headquarters' database", () => {
  let database: TestDatabase;
  let dir: string;
  let opened: Databases | undefined;
  const keyFile = () => path.join(dir, 'headquarters.key');
  const open = async () => {
    opened = await openDatabases({ url: database.url, keyFile: keyFile(), connectionLost: tell });
    return opened;
  };

  beforeEach(async () => {
    database = await aDatabase();
    dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-database-'));
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
    await database.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('is laid out once, and opened again as it was', async () => {
    const first = await open();
    await addCentreRow(first, 'nord');
    await first.close();
    const again = await open();
    const rows = await again.app.selectFrom('centre').select('centre_id').execute();
    expect(rows).toEqual([{ centre_id: 'nord' }]);
  });

  it('comes up once when several instances start at the same moment', async () => {
    writeFileSync(keyFile(), `${'ab'.repeat(32)}\n`, { mode: 0o600 });
    const all = await Promise.all(
      [1, 2, 3].map(() => openDatabases({ url: database.url, keyFile: keyFile(), connectionLost: tell })),
    );
    const steps = await asOwner(database.url, (client) => client.query('SELECT id FROM migration'));
    expect(steps.rowCount).toBe(migrations.length);
    for (const each of all) await each.close();
  });

  it('does not open what a newer version has used, and changes nothing', async () => {
    await (await open()).close();
    await asOwner(database.url, (client) => client.query("INSERT INTO migration VALUES (9999, 'later')"));
    await expect(open()).rejects.toMatchObject({ code: 'store-newer' });
  });

  it('catches up a step that was left out when a later one came first', async () => {
    const roles = rolesOf(new URL(database.url).pathname.slice(1));
    await (await open()).close();
    const step = (id: number) => ({
      id,
      name: `step-${id}`,
      sql: () => `CREATE TABLE step_${id} (is_so boolean)`,
    });
    const key = serverKeyOf(Buffer.from(readFileSync(keyFile(), 'utf8').trim(), 'hex'));
    const run = (...ids: number[]) =>
      asOwner(database.url, (owner) =>
        migrate({ owner, roles, key, steps: [...migrations, ...ids.map(step)] }),
      );
    await run(902);
    await run(901, 902);
    const { rowCount } = await asOwner(database.url, (client) =>
      client.query('SELECT * FROM step_901, step_902'),
    );
    expect(rowCount).toBe(0);
  });

  it('does not open with the key of another database, or without its key', async () => {
    await (await open()).close();
    const kept = readFileSync(keyFile());
    writeFileSync(keyFile(), `${'0'.repeat(64)}\n`);
    await expect(open()).rejects.toMatchObject({ code: 'key-wrong' });
    rmSync(keyFile());
    await expect(open()).rejects.toMatchObject({ code: 'key-missing' });
    writeFileSync(keyFile(), kept);
    await expect(open()).resolves.toBeDefined();
  });

  it.each([
    ['a superuser', 'SUPERUSER'],
    ['one with BYPASSRLS', 'BYPASSRLS'],
  ])('does not work as %s', async (_who, power) => {
    await (await open()).close();
    const { app } = rolesOf(new URL(database.url).pathname.slice(1));
    // Made mighty between the steps of the schema and the check, as an operator might.
    const mighty = {
      id: 9001,
      name: 'mighty',
      sql: () => `ALTER ROLE ${app} ${power}`,
    };
    const key = serverKeyOf(Buffer.from(readFileSync(keyFile(), 'utf8').trim(), 'hex'));
    const roles = rolesOf(new URL(database.url).pathname.slice(1));
    await asOwner(database.url, (owner) => migrate({ owner, roles, key, steps: [...migrations, mighty] }));
    await expect(checkedAs(database.url, app, key.tokenOf('role-password', app))).rejects.toMatchObject({
      code: 'role-too-mighty',
    });
  });

  it('does not work as the owner of a table, or beside a table without the border', async () => {
    await (await open()).close();
    const { app } = rolesOf(new URL(database.url).pathname.slice(1));
    const key = serverKeyOf(Buffer.from(readFileSync(keyFile(), 'utf8').trim(), 'hex'));
    const password = key.tokenOf('role-password', app);
    await asOwner(database.url, (owner) =>
      owner.query(`ALTER TABLE audit_entry NO FORCE ROW LEVEL SECURITY`),
    );
    await expect(checkedAs(database.url, app, password)).rejects.toMatchObject({ code: 'role-too-mighty' });
    await asOwner(database.url, (owner) => owner.query(`ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY`));
    await expect(checkedAs(database.url, app, password)).resolves.toBeUndefined();
    await asOwner(database.url, (owner) => owner.query(`ALTER TABLE audit_entry OWNER TO ${app}`));
    await expect(checkedAs(database.url, app, password)).rejects.toMatchObject({ code: 'role-too-mighty' });
  });

  it('keeps the text of every step that shipped', () => {
    const roles = { app: 'app', keys: 'keys', jobs: 'jobs' };
    expect(migrations.map(({ id, name, sql: text }) => ({ id, name, sql: text(roles) }))).toMatchSnapshot();
    const ids = migrations.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => one - other));
  });
});

describe('the border between centres', () => {
  let database: TestDatabase;
  let dir: string;
  let databases: Databases;

  beforeAll(async () => {
    database = await aDatabase();
    dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-border-'));
    databases = await openDatabases({
      url: database.url,
      keyFile: path.join(dir, 'headquarters.key'),
      connectionLost: tell,
    });
    for (const centre of ['nord', 'sued']) {
      await addCentreRow(databases, centre);
      await inCentre(databases.app, centre, (db) =>
        db.insertInto('audit_entry').values(entryOf(centre)).execute(),
      );
    }
  });
  afterAll(async () => {
    await databases.close();
    await database.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('shows a transaction the rows of its centre and no other', async () => {
    const seen = await inCentre(databases.app, 'nord', (db) =>
      db.selectFrom('audit_entry').select('centre_id').execute(),
    );
    expect(seen).toEqual([{ centre_id: 'nord' }]);
  });

  it('shows nobody anything who named no centre, not even on the same connection right after', async () => {
    await inCentre(databases.app, 'nord', (db) => sql`SELECT 1`.execute(db));
    expect(await databases.app.selectFrom('audit_entry').selectAll().execute()).toEqual([]);
  });

  it('lets nobody write into another centre', async () => {
    await expect(
      inCentre(databases.app, 'nord', (db) =>
        db
          .insertInto('audit_entry')
          .values({ ...entryOf('sued'), entry_id: 'x' })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('stands around every table that has a centre, and every key of one begins with the centre', async () => {
    const { rows } = await asOwner(database.url, (client) =>
      client.query<{ name: string; is_guarded: boolean; first_column: string }>(
        `SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS is_guarded,
            (SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
              WHERE indrelid = pg_class.oid AND indisprimary) AS first_column
          FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'centre_id'
          WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'centre'`,
      ),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ is_guarded: true, first_column: 'centre_id' });
  });

  it('keeps the keys of persons from the role that answers requests', async () => {
    await expect(sql`SELECT * FROM keys.person_key`.execute(databases.app)).rejects.toMatchObject({
      code: expect.stringMatching(/^42/),
    });
  });
});

async function addCentreRow(databases: Databases, centre: string): Promise<void> {
  await databases.app
    .insertInto('centre')
    .values({ centre_id: centre, name: centre, created_at: testMoment })
    .execute();
}

function entryOf(centre: string) {
  return {
    centre_id: centre,
    entry_id: 'entry-1',
    at: testMoment,
    actor: 'a',
    action: 'centre-added',
    subject: centre,
  };
}

async function checkedAs(url: string, role: string, password: string): Promise<void> {
  const { checkAppRole } = await import('../../../headquarters/store/database-roles.ts');
  const as = new URL(url);
  as.username = role;
  as.password = password;
  await asOwner(as.href, (client) => checkAppRole(client));
}
