import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { openCentre } from '../../../main/centre/open-centre.ts';
import { openFaultOf } from '../../../main/centre/open-fault.ts';
import { openDatabase } from '../../../main/store/database.ts';
import { migrate, migrations } from '../../../main/store/migrations/migrate.ts';
import { StoreFault } from '../../../main/store/store-fault.ts';
import {
  aPerson,
  expectPerson,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

let opened: TestStation | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

function faultOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof StoreFault ? error.code : `not a store fault: ${error}`;
  }
}

async function centreWithSomebody(): Promise<string> {
  const test = await openTestStation();
  expectPerson(test.station, aPerson({ givenName: 'Kanarienvogel', familyName: 'Canarywharf' }));
  test.close();
  return test.dir;
}

describe('a centre at rest', () => {
  test('holds no name in clear, in no file, and is no plain SQLite file', async () => {
    opened = await openTestStation();
    expectPerson(opened.station, aPerson({ givenName: 'Kanarienvogel', familyName: 'Canarywharf' }));
    const files = readdirSync(opened.dir).map((name) => readFileSync(path.join(opened?.dir ?? '', name)));
    expect(files.length).toBeGreaterThan(2);
    for (const bytes of files) {
      expect(bytes.includes('Kanarienvogel')).toBe(false);
      expect(bytes.includes('Canarywharf')).toBe(false);
      expect(bytes.subarray(0, 6).toString()).not.toBe('SQLite');
    }
  });

  test('keeps its key file to its owner', async () => {
    const dir = await centreWithSomebody();
    expect(statSync(path.join(dir, 'station.key')).mode & 0o777).toBe(0o600);
  });
});

describe('a centre that cannot be opened says why and stays as it is', () => {
  test('with a wrong key', async () => {
    const dir = await centreWithSomebody();
    const before = readFileSync(path.join(dir, 'station.db'));
    expect(faultOf(() => openCentre(dir, 'ab'.repeat(32), 'trial'))).toBe('key-wrong');
    expect(readFileSync(path.join(dir, 'station.db')).equals(before)).toBe(true);
  });

  test('without its key: no new one is made beside an existing database', async () => {
    const dir = await centreWithSomebody();
    writeFileSync(path.join(dir, 'station.key'), '');
    expect(faultOf(() => keyFromFile(dir))).toBe('key-missing');
  });

  test('with a damaged file: the right key makes it damage, not a wrong key', async () => {
    const dir = await centreWithSomebody();
    const file = path.join(dir, 'station.db');
    const bytes = readFileSync(file);
    bytes.fill(0, 0, 4096);
    writeFileSync(file, bytes);
    expect(faultOf(() => openCentre(dir, keyFromFile(dir), 'trial'))).toBe('store-damaged');
  });

  test('when a newer program has been there', async () => {
    const dir = await centreWithSomebody();
    const db = openDatabase(path.join(dir, 'station.db'), keyFromFile(dir));
    db.pragma(`user_version = ${migrations.length + 1}`);
    db.close();
    expect(faultOf(() => openCentre(dir, keyFromFile(dir), 'trial'))).toBe('store-newer');
  });

  test('when it belongs to the other mode', async () => {
    const dir = await centreWithSomebody();
    expect(faultOf(() => openCentre(dir, keyFromFile(dir), 'live'))).toBe('mode-differs');
  });

  test('and every reason is a sentence in both languages', () => {
    const codes = [
      'key-wrong',
      'key-missing',
      'store-damaged',
      'store-newer',
      'store-locked',
      'disk-full',
    ] as const;
    for (const code of codes) {
      const { sentence } = openFaultOf(code);
      expect(sentence.de).toMatch(/\.$/);
      expect(sentence.en).toMatch(/\.$/);
    }
  });
});

describe('the schema', () => {
  test('is reached by gapless steps', () => {
    expect(migrations.map(({ id }) => id)).toEqual(migrations.map((_, index) => index + 1));
  });

  test('is reached step by step as at once', () => {
    const schemaAfter = (run: (db: ReturnType<typeof openDatabase>) => void) => {
      const db = openDatabase(':memory:', undefined);
      run(db);
      const schema = db.all('SELECT type, name, sql FROM sqlite_schema ORDER BY name');
      db.close();
      return schema;
    };
    const stepwise = schemaAfter((db) => {
      for (let count = 1; count <= migrations.length; count++) migrate(db, migrations.slice(0, count));
    });
    expect(stepwise).toEqual(schemaAfter((db) => migrate(db)));
  });

  test('that has shipped never changes', () => {
    for (const { name, sql } of migrations) expect(sql).toMatchSnapshot(name);
  });
});

test('a centre that was closed is opened again', async () => {
  const dir = temporaryDirectory();
  (await openTestStation(dir)).close();
  opened = await openTestStation(dir);
  expect(opened.station.settings.mode).toBe('trial');
});
