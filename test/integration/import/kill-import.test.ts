import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importDeskOf } from '../../../main/import/import-desk-of.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import { openTestStation, temporaryDirectory } from '../../builders/test-station.ts';

const ROWS = 3_000;

test('an import that is killed while it writes is finished at the next start: everybody once, the chain whole', async () => {
  const dir = temporaryDirectory();
  await importUntilKilled(dir);
  const { station, close } = await openTestStation(dir);
  const desk = importDeskOf(station);
  const before = desk.job();
  expect(before?.state).toBe('writing');
  expect(before?.written_up_to).toBeLessThan(ROWS);
  desk.resume();
  await desk.settled();
  expect(desk.progress()).toMatchObject({ state: 'done', counts: { added: ROWS } });
  const people = station.db.first<{ count: number; ids: number }>(
    'SELECT count(*) AS count, count(DISTINCT external_id) AS ids FROM person',
  );
  expect(people).toEqual({ count: ROWS, ids: ROWS });
  const keys = new Map([[station.settings.station, station.stationKey.publicKey]]);
  expect(verifyLog(station.db, keys).isWhole).toBe(true);
  close();
}, 120_000);

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
