import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { openCentre } from '../../../main/centre/open-centre.ts';
import { witnessFiles } from '../../../main/centre/witness-file.ts';
import { command as logVerify } from '../../../main/cli/commands/log/verify.ts';
import { openDatabase } from '../../../main/store/database.ts';
import { StoreFault } from '../../../main/store/store-fault.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
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

async function centreOf(...names: string[]): Promise<string> {
  const centre = await openTestStation();
  for (const familyName of names) expectPerson(centre.station, aPerson({ familyName }));
  centre.close();
  return centre.dir;
}

async function goOn(dir: string, familyName: string): Promise<void> {
  const centre = await openTestStation(dir);
  expectPerson(centre.station, aPerson({ familyName }));
  centre.close();
}

function filesOf(dir: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir).map((name) => [name, readFileSync(path.join(dir, name), 'base64')]),
  );
}

async function faultOf(dir: string): Promise<string | undefined> {
  try {
    opened = await openTestStation(dir);
    return undefined;
  } catch (error) {
    return error instanceof StoreFault ? error.code : String(error);
  }
}

/** As somebody with the key but without our program: no triggers in the way. */
function tamper(dir: string, ...statements: string[]): void {
  const db = openDatabase(path.join(dir, 'station.db'), keyFromFile(dir));
  for (const table of ['event', 'chain_head'])
    for (const what of ['changed', 'deleted']) db.exec(`DROP TRIGGER IF EXISTS ${table}_is_never_${what}`);
  for (const statement of statements) db.exec(statement);
  db.close();
}

async function verifyOf(dir: string): Promise<{ code: number; verdict: Record<string, unknown> }> {
  const lines: string[] = [];
  const io = { out: (line: string) => lines.push(line), err: () => {} };
  const code = await logVerify.run(['--dir', dir, '--json'], io as never);
  return { code, verdict: JSON.parse(lines[0] ?? '{}') };
}

async function warningsAt(dir: string): Promise<string[]> {
  opened = await openTestStation(dir);
  const { station } = opened;
  const { value } = await aWindow(() => station).ask('system.status');
  return value.warnings.map(({ code }: { code: string }) => code);
}

describe('a database that is gone while something of its station is still there is said to be missing', () => {
  test.each([
    ['everything but the database', []],
    ['the key alone', ['station.json', 'station.witness', 'service.lock', 'station.db-wal']],
    ['the label alone', ['station.key', 'station.witness', 'service.lock', 'station.db-wal']],
  ])('where there is %s, and nothing is touched', async (_, alsoGone) => {
    const dir = await centreOf('Weiß');
    writeFileSync(path.join(dir, 'station.db-wal'), 'the last doses');
    for (const name of ['station.db', ...alsoGone]) rmSync(path.join(dir, name), { force: true });
    const before = filesOf(dir);
    expect(await faultOf(dir)).toBe('store-missing');
    expect(filesOf(dir)).toEqual(before);
  });

  test('where it was emptied', async () => {
    const dir = await centreOf('Weiß');
    truncateSync(path.join(dir, 'station.db'));
    expect(await faultOf(dir)).toBe('store-missing');
  });

  test('where a live one was removed as a whole, but not where a trial was', async () => {
    const live = await openTestStation(temporaryDirectory(), undefined, { mode: 'live' });
    await expectStaff(live.station, 'Lea Leitung', ['site-lead']);
    live.close();
    rmSync(live.dir, { recursive: true });
    // the key store knows no key for it either, so one would be made
    const key = keyFromFile(live.dir);
    expect(() => openCentre(live.dir, key, 'live')).toThrow('store-missing');
    const trial = await centreOf('Weiß');
    rmSync(trial, { recursive: true });
    const { db, settings } = openCentre(trial, keyFromFile(trial), 'trial');
    db.close();
    expect(settings).toBeUndefined();
  });

  test('but a start that was cut off before there was a database founds its centre at the next', async () => {
    const dir = temporaryDirectory();
    keyFromFile(dir);
    expect(await faultOf(dir)).toBeUndefined();
    expect(existsSync(path.join(dir, 'station.founding'))).toBe(false);
  });
});

describe('a store that is older than it was', () => {
  test('is opened in a new epoch, says so at every window until a lead confirms, and keeps it in the log', async () => {
    const dir = await centreOf('Weiß', 'Schwarz');
    const yesterday = `${dir}.yesterday`;
    cpSync(dir, yesterday, { recursive: true });
    await goOn(dir, 'Grün');
    rmSync(dir, { recursive: true });
    cpSync(yesterday, dir, { recursive: true });

    expect(await warningsAt(dir)).toContain('store-older');
    const { station } = opened as TestStation;
    expect(station.settings.epoch).toBe(2);
    const lead = await expectStaff(station, 'Lea Leitung', ['site-lead']);
    const window = aWindow(() => station);
    await window.signIn(lead, lead.pin);
    const confirm = { requestId: '0198f000-0000-7000-8000-000000000001', code: 'store-older' };
    expect(await window.ask('system.confirm-warning', confirm)).toMatchObject({ ok: true });
    const { value } = await window.ask('system.status');
    expect(value.warnings.map(({ code }: { code: string }) => code)).not.toContain('store-older');
    const types = station.db.all<{ type: string }>('SELECT type FROM event WHERE epoch = 2');
    expect(types.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['StoreFoundOlder', 'WarningConfirmed']),
    );
  });

  test('put back twice gets another epoch each time', async () => {
    const dir = await centreOf('Weiß');
    const yesterday = `${dir}.yesterday`;
    cpSync(dir, yesterday, { recursive: true });
    await goOn(dir, 'Grün');
    for (const epoch of [2, 3]) {
      rmSync(dir, { recursive: true });
      cpSync(yesterday, dir, { recursive: true });
      const centre = await openTestStation(dir);
      expect(centre.station.settings.epoch).toBe(epoch);
      expectPerson(centre.station, aPerson({ familyName: `Grau${epoch}` }));
      centre.close();
    }
  });

  test('is noticed when the journal with the last events is lost, as after a kill', async () => {
    const dir = await centreOf('Weiß');
    const killed = `${dir}.killed`;
    const running = await openTestStation(dir);
    expectPerson(running.station, aPerson({ familyName: 'Grün' }));
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    cpSync(dir, killed, { recursive: true });
    running.close();
    for (const end of ['-wal', '-shm']) rmSync(path.join(killed, `station.db${end}`), { force: true });
    expect(await warningsAt(killed)).toContain('store-older');
  });

  test('is noticed when the end of the log and its heads were cut off with the key', async () => {
    const dir = await centreOf('Weiß', 'Schwarz');
    tamper(dir, 'DELETE FROM chain_head', 'DELETE FROM event WHERE seq >= 3');
    expect(await verifyOf(dir)).toMatchObject({ code: 1, verdict: { isWhole: false } });
    expect(await warningsAt(dir)).toContain('store-older');
  });

  test('is not believed to be whole because somebody took the witnesses away', async () => {
    const dir = await centreOf('Weiß');
    await goOn(dir, 'Grün');
    for (const file of witnessFiles(dir)) rmSync(file);
    expect(await warningsAt(dir)).toContain('witness-missing');
  });

  test('is not what a store is that was closed, killed or reopened', async () => {
    const dir = await centreOf('Weiß');
    await goOn(dir, 'Grün');
    expect(await verifyOf(dir)).toMatchObject({ code: 0 });
    expect(await warningsAt(dir)).not.toContain('store-older');
    expect(opened?.station.settings.epoch).toBe(1);
  });
});

test('read models that say something else than the log are found, and are left as they are', async () => {
  const dir = await centreOf('Weiß', 'Schwarz');
  tamper(dir, `UPDATE person SET family_name = 'Anders' WHERE family_name = 'Weiß'`);
  for (let times = 0; times < 2; times++)
    expect(await verifyOf(dir)).toMatchObject({
      code: 1,
      verdict: { isWhole: false, faults: [{ fault: 'read-model-differs', table: 'person' }] },
    });
});

test('without a label the mode is that of the store, not that of the start', async () => {
  const dir = await centreOf('Weiß');
  rmSync(path.join(dir, 'station.json'));
  await expect(openTestStation(dir, undefined, { mode: 'live' })).rejects.toMatchObject({
    code: 'mode-differs',
  });
});
