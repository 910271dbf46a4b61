import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromService } from '../../../contracts/ipc/protocol.ts';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { openFaultOf } from '../../../main/centre/open-fault.ts';
import { createStationService, type StationService } from '../../../main/service.ts';
import { openDatabase } from '../../../main/store/database.ts';
import { takeServiceLock } from '../../../main/store/service-lock.ts';
import { passingFaults, storeFaultOf } from '../../../main/store/store-fault.ts';
import { openTestStation, temporaryDirectory } from '../../support/test-station.ts';

let service: StationService;
let told: FromService[];
beforeEach(() => {
  told = [];
  service = createStationService((message) => told.push(message));
});
afterEach(() => service.close());

const kinds = (): string[] =>
  told.map((message) => (message.kind === 'not-opened' ? message.fault.code : message.kind));
const open = (dir: string, databaseKey: string) => {
  const options = { dir, databaseKey, keyPlace: 'key-file', mode: 'trial', runtime: 'test' } as const;
  service.receive({ kind: 'open', options });
};
const untilTold = (kind: string) => vi.waitUntil(() => kinds().includes(kind), 20_000);

describe('a station that cannot open opens by itself once what was in its way has passed', () => {
  test('a lock of another program', async () => {
    const { dir, close } = await openTestStation();
    close();
    const key = keyFromFile(dir);
    const other = openDatabase(path.join(dir, 'station.db'), key);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    open(dir, key);
    await untilTold('store-locked');
    other.exec('ROLLBACK');
    other.close();
    await untilTold('opened');
    expect(kinds().filter((kind) => kind === 'store-locked')).toHaveLength(1);
  }, 30_000);

  test('a directory that is not there yet, such as a disk that is plugged in later', async () => {
    const dir = temporaryDirectory();
    const key = 'ab'.repeat(32);
    writeFileSync(dir, 'no directory');
    open(dir, key);
    await untilTold('directory-unusable');
    rmSync(dir);
    mkdirSync(dir, { mode: 0o700 });
    await untilTold('opened');
  }, 30_000);
});

describe('a disk that does not answer', () => {
  test.each(['SQLITE_IOERR_READ', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR', 'EIO'])(
    '%s is a fault of its own, and passes',
    (code) => {
      const fault = storeFaultOf(Object.assign(new Error(code), { code }))?.code ?? 'unexpected';
      expect(fault).toBe('disk-silent');
      expect(passingFaults.has(fault)).toBe(true);
      expect(openFaultOf(fault).sentence.de).toMatch(/hat nicht geantwortet.*versucht es weiter/);
      expect(openFaultOf(fault).sentence.de).not.toMatch(/beschädigt|Sicherung/);
    },
  );

  test.each(['SQLITE_IOERR_DATA', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'])('%s is damage all the same', (code) => {
    expect(storeFaultOf(Object.assign(new Error(code), { code }))?.code).toBe('store-damaged');
  });

  test.each(['SQLITE_FULL', 'ENOSPC'])('and %s is a full disk, which passes, too', (code) => {
    const fault = storeFaultOf(Object.assign(new Error(code), { code }))?.code ?? 'unexpected';
    expect([fault, passingFaults.has(fault)]).toEqual(['disk-full', true]);
  });
});

test('a damaged lock file is no damaged store, and locks as before', async () => {
  const { dir, close } = await openTestStation();
  close();
  writeFileSync(path.join(dir, 'service.lock'), 'x'.repeat(8192));
  const lock = takeServiceLock(dir);
  expect(() => takeServiceLock(dir)).toThrow(expect.objectContaining({ code: 'station-running' }));
  lock.release();
  takeServiceLock(dir).release();
});
