import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { openCentre } from '../../../main/centre/open-centre.ts';
import { openFaultOf } from '../../../main/centre/open-fault.ts';
import { takeServiceLock } from '../../../main/store/service-lock.ts';
import { expectPerson, openTestStation, temporaryDirectory } from '../../support/test-station.ts';

const unsafe = expect.objectContaining({ code: 'directory-unsafe' });

async function aCentre(mode: 'trial' | 'live' = 'trial'): Promise<{ dir: string; key: string }> {
  const { station, dir, close } = await openTestStation(undefined, undefined, { mode });
  expectPerson(station);
  close();
  return { dir, key: keyFromFile(dir) };
}

describe.skipIf(process.platform === 'win32')('a directory in which others may lay something', () => {
  test.each([0o777, 0o770, 0o722])(
    'is refused with mode %o, and opens once it is its owner’s alone',
    async (mode) => {
      const { dir, key } = await aCentre();
      chmodSync(dir, mode);
      expect(() => keyFromFile(dir)).toThrow(unsafe);
      expect(() => openCentre(dir, key, 'trial')).toThrow(unsafe);
      expect(() => takeServiceLock(dir)).toThrow(unsafe);
      chmodSync(dir, 0o700);
      openCentre(dir, keyFromFile(dir), 'trial').db.close();
    },
  );

  test('is refused before a key that lies in it is taken for the centre’s own', () => {
    const dir = temporaryDirectory();
    mkdirSync(dir);
    chmodSync(dir, 0o777);
    writeFileSync(path.join(dir, 'station.key'), `${'ab'.repeat(32)}\n`);
    expect(() => keyFromFile(dir)).toThrow(unsafe);
    expect(readdirSync(dir)).toEqual(['station.key']);
  });

  test.each(['station.json', 'station.db', 'station.key', 'service.lock'])(
    'a link in place of %s is not followed',
    async (name) => {
      const { dir, key } = await aCentre();
      const elsewhere = path.join(path.dirname(dir), 'elsewhere');
      const file = path.join(dir, name);
      if (name === 'service.lock') writeFileSync(file, '');
      renameSync(file, elsewhere);
      symlinkSync(elsewhere, file);
      const before = statSync(elsewhere).size;
      expect(() => openCentre(dir, key, 'trial')).toThrow(unsafe);
      expect(() => takeServiceLock(dir)).toThrow(unsafe);
      expect(statSync(elsewhere).size).toBe(before);
    },
  );

  test('every file of a station is for its owner alone, also one that was copied carelessly', async () => {
    const { dir, key } = await aCentre();
    for (const name of readdirSync(dir)) chmodSync(path.join(dir, name), 0o644);
    const { db } = openCentre(dir, key, 'trial');
    const files = readdirSync(dir).filter((name) => name.startsWith('station.'));
    expect(files.length).toBeGreaterThan(3);
    for (const name of files)
      expect([name, statSync(path.join(dir, name)).mode & 0o777]).toEqual([name, 0o600]);
    db.close();
  });

  test('says what is wrong and what to do', () => {
    expect(openFaultOf('directory-unsafe').sentence.de).toMatch(/nicht sicher.*0700\)\.$/);
    expect(openFaultOf('directory-unsafe').sentence.en).toMatch(/not safe.*0700\)\.$/);
  });
});

test('without its label a live centre opens as no trial, and a trial as no live centre', async () => {
  for (const [mode, other] of [
    ['live', 'trial'],
    ['trial', 'live'],
  ] as const) {
    const { dir, key } = await aCentre(mode);
    rmSync(path.join(dir, 'station.json'));
    expect(() => openCentre(dir, key, other)).toThrow(expect.objectContaining({ code: 'mode-differs' }));
  }
});

test('a directory with the key of a live centre and without its label founds no trial', () => {
  const dir = temporaryDirectory();
  mkdirSync(dir, { mode: 0o700 });
  writeFileSync(path.join(dir, 'station.key.wrapped'), 'wrapped');
  expect(() => keyFromFile(dir)).toThrow(expect.objectContaining({ code: 'store-missing' }));
  expect(readdirSync(dir)).toEqual(['station.key.wrapped']);
});
