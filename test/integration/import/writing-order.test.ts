import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { writingOrder } from '../../../main/import/writing-order.ts';
import { openDatabase, type WritableDb } from '../../../main/store/database.ts';
import { migrate, migrations } from '../../../main/store/migrations/migrate.ts';
import { importJob, stageRow } from '../../../main/store/tables/imports.ts';
import { openTestStation, type TestStation } from '../../builders/test-station.ts';

const importId = '00000000-0000-4000-8000-000000000001';
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(() => opened.close());

test('rows are written by name, and those of one name in the order of the file', async () => {
  const names = ['mueller anna', 'berg otto', 'mueller', 'mueller anna', '', 'bergmann ida', 'berg otto'];
  const { db } = opened.station;
  for (const [index, name_key] of names.entries())
    stageRow(db, importId, { row: index + 2, verdict: 'add', person_id: null, data: '{}', name_key });
  expect(await writingOrder(opened.station, importId)).toEqual([6, 3, 8, 7, 4, 2, 5]);
});

test('a list that an earlier version was writing goes on where it stopped', async () => {
  const db = openDatabase(':memory:', undefined);
  migrate(db, migrations.slice(0, 12));
  const job = ['writing', 'list.csv', 'csv', 'operator', '2026-11-25T08:00:00.000Z', '[]', '{}'];
  db.run('INSERT INTO import_job VALUES (?, ?, ?, ?, ?, ?, ?, ?, 5)', importId, ...job);
  for (const row of [2, 3, 5, 6, 8]) stageByOldVersion(db, row);
  migrate(db);
  expect(importJob(db)).toMatchObject({ state: 'writing', written: 3 });
  expect(await writingOrder({ ...opened.station, db }, importId)).toEqual([2, 3, 5, 6, 8]);
  db.close();
});

function stageByOldVersion(db: WritableDb, row: number): void {
  const personId = `0197a000-0000-7000-8000-00000000000${row}` as PersonId;
  db.run(
    `INSERT INTO import_row (import_id, row, verdict, person_id, data) VALUES (?, ?, 'add', ?, '{}')`,
    importId,
    row,
    personId,
  );
}
