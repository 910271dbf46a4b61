import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ReadableDb } from '../../../main/store/database.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import { peopleByKeyPrefix } from '../../../main/store/tables/people/people-search.ts';
import { openTestStation, temporaryDirectory } from '../../support/test-station.ts';

const ROWS = 3_000;

test('an import that is killed while it writes is finished at the next start: everybody once, the chain whole', async () => {
  const dir = temporaryDirectory();
  await importUntilKilled(dir);
  const { station, close } = await openTestStation(dir);
  const desk = station.importDesk;
  const before = desk.job();
  expect(before?.state).toBe('writing');
  expect(before?.written_up_to).toBeLessThan(ROWS);
  const writtenNow = peopleIn(station.db).count;
  expect(writtenNow).toBeGreaterThan(0);
  expect(peopleFoundByName(station.db)).toBe(writtenNow);
  desk.resume();
  await desk.settled();
  expect(desk.progress()).toMatchObject({ state: 'done', counts: { added: ROWS } });
  expect(peopleIn(station.db)).toEqual({ count: ROWS, ids: ROWS });
  expect(peopleFoundByName(station.db)).toBe(ROWS);
  const keys = new Map([[station.settings.station, station.stationKey.publicKey]]);
  expect(verifyLog(station.db, keys).isWhole).toBe(true);
  close();
}, 120_000);

function peopleIn(db: ReadableDb): { count: number; ids: number } {
  const sql = 'SELECT count(*) AS count, count(DISTINCT external_id) AS ids FROM person';
  return db.first<{ count: number; ids: number }>(sql) ?? { count: 0, ids: 0 };
}

function peopleFoundByName(db: ReadableDb): number {
  return peopleByKeyPrefix(db, 'search_key', 'berg', ROWS + 1).length;
}

function importUntilKilled(dir: string): Promise<void> {
  return new Promise((resolve) => {
    const writer = spawn(
      process.execPath,
      [path.join(import.meta.dirname, 'kill-import.ts'), dir, String(ROWS)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    writer.stdout.on('data', () => writer.kill('SIGKILL'));
    writer.on('close', () => resolve());
  });
}
