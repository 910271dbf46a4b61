import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHeadquarters } from '../../../headquarters/start-headquarters.ts';
import { openDatabases } from '../../../headquarters/store/open-databases.ts';
import { sentenceOf } from '../../../headquarters/store/store-fault.ts';
import { aDatabase, asOwner, type TestDatabase, testLog } from '../../support/headquarters.ts';

const unsafe = expect.objectContaining({ code: 'directory-unsafe' });
const planted = `${'ab'.repeat(32)}\n`;
let parent: string;
let dir: string;
let database: TestDatabase;

const keyFile = () => path.join(dir, 'headquarters.key');
const start = (databaseUrl: string | undefined = database.url) =>
  startHeadquarters({ settings: { dir, host: '127.0.0.1', port: 0, databaseUrl }, log: testLog([]) });
const startedOnce = async () => (await start()).close();
const startEmbedded = () =>
  startHeadquarters({ settings: { dir, host: '127.0.0.1', port: 0 }, log: testLog([]) });

beforeEach(async () => {
  database = await aDatabase();
  parent = mkdtempSync(path.join(os.tmpdir(), 'impfpass-safe-'));
  dir = path.join(parent, 'data');
});
afterEach(async () => {
  await database.drop();
  rmSync(parent, { recursive: true, force: true });
});

describe.skipIf(process.platform === 'win32')('the directory of headquarters', () => {
  it.each([0o777, 0o770, 0o722])(
    'is refused with mode %o, and opens once it is its owner’s alone',
    async (mode) => {
      await startedOnce();
      chmodSync(dir, mode);
      await expect(start()).rejects.toThrow(unsafe);
      await expect(startEmbedded()).rejects.toThrow(unsafe);
      chmodSync(dir, 0o700);
      await startedOnce();
    },
  );

  it('is refused before a key that lies in it is taken for a new database', async () => {
    mkdirSync(dir);
    chmodSync(dir, 0o777);
    writeFileSync(keyFile(), planted);
    await expect(start()).rejects.toThrow(unsafe);
    await expect(
      openDatabases({ url: database.url, keyFile: keyFile(), connectionLost: () => {} }),
    ).rejects.toThrow(unsafe);
    expect(readdirSync(dir)).toEqual(['headquarters.key']);
  });

  it.each(['headquarters.key', 'postgres', 'postgres/owner.password', 'postgres/cluster'])(
    'is refused with a link in place of %s, which is not followed',
    async (name) => {
      await startedOnce();
      const elsewhere = path.join(parent, 'elsewhere');
      const file = path.join(dir, name);
      if (name.startsWith('postgres/')) mkdirSync(path.join(dir, 'postgres'));
      if (name === 'headquarters.key') renameSync(file, elsewhere);
      else mkdirSync(elsewhere, { mode: 0o755 });
      const before = statSync(elsewhere).mode;
      symlinkSync(elsewhere, file);
      await expect(start()).rejects.toThrow(unsafe);
      await expect(startEmbedded()).rejects.toThrow(unsafe);
      expect(statSync(elsewhere).mode).toBe(before);
    },
  );

  it('is refused where others may exchange the database of our own', async () => {
    mkdirSync(path.join(dir, 'postgres'), { recursive: true, mode: 0o700 });
    chmodSync(dir, 0o700);
    chmodSync(path.join(dir, 'postgres'), 0o777);
    await expect(startEmbedded()).rejects.toThrow(unsafe);
    expect(readdirSync(path.join(dir, 'postgres'))).toEqual([]);
  });

  it('takes from others what a careless copy lets them read', async () => {
    await startedOnce();
    chmodSync(keyFile(), 0o644);
    mkdirSync(path.join(dir, 'postgres'), { mode: 0o755 });
    writeFileSync(path.join(dir, 'postgres', 'owner.password'), 'secret\n', { mode: 0o644 });
    await startedOnce();
    for (const [name, mode] of [
      ['headquarters.key', 0o600],
      ['postgres', 0o700],
      ['postgres/owner.password', 0o600],
    ] as const)
      expect([name, statSync(path.join(dir, name)).mode & 0o777]).toEqual([name, mode]);
  });
});

describe('a key that does not belong to the database', () => {
  it('is refused, and changes nothing', async () => {
    await startedOnce();
    const roles = () =>
      asOwner(database.url, async (client) => {
        const { rows } = await client.query('SELECT name, box FROM server_secret ORDER BY name');
        return rows;
      });
    const before = await roles();
    writeFileSync(keyFile(), planted);
    await expect(start()).rejects.toMatchObject({ code: 'key-wrong' });
    expect(await roles()).toEqual(before);
  });

  it('is refused also where the database lost what knows its key', async () => {
    const running = await start();
    await running.headquarters.serverKeys();
    await running.close();
    await asOwner(database.url, (client) =>
      client.query("DELETE FROM server_secret WHERE name = 'key-check'"),
    );
    writeFileSync(keyFile(), planted);
    await expect(start()).rejects.toMatchObject({ code: 'key-wrong' });
  });

  it('founds nothing where the database of our own is gone from beside it', async () => {
    await startedOnce();
    const kept = readFileSync(keyFile());
    await expect(startEmbedded()).rejects.toMatchObject({ code: 'store-missing' });
    expect(readdirSync(dir)).toEqual(['headquarters.key']);
    expect(readFileSync(keyFile())).toEqual(kept);
  });

  it('says what is wrong and what to do', () => {
    expect(sentenceOf('directory-unsafe')).toMatch(/not safe.*chmod 700\.$/);
    expect(sentenceOf('key-wrong')).toMatch(/does not belong.*put the right file back/);
    expect(sentenceOf('store-missing')).toMatch(/not its database.*put the database back/);
  });
});
