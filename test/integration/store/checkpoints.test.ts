import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { databaseFile } from '../../../main/centre/directory.ts';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { createCheckpoints } from '../../../main/store/checkpoints/checkpoints.ts';
import { openDatabase } from '../../../main/store/database.ts';
import { personById } from '../../../main/store/tables/people/people.ts';
import { expectPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation | undefined;
afterEach(async () => {
  await opened?.station.checkpoints.stop();
  opened?.close();
  opened = undefined;
});

/** What a copy of the file without its write-ahead log holds. */
function fileAlone(dir: string, personId: Parameters<typeof personById>[1]) {
  const copy = path.join(dir, 'copy.db');
  copyFileSync(databaseFile(dir), copy);
  const db = openDatabase(copy, keyFromFile(dir));
  try {
    return personById(db, personId);
  } finally {
    db.close();
  }
}

describe('given checkpoints in a thread of their own', () => {
  test('when somebody is registered, then they are in the file itself once it has caught up', async () => {
    opened = await openTestStation();
    const { station, dir } = opened;
    station.db.pragma('wal_autocheckpoint = 0');
    station.db.pragma('wal_checkpoint(TRUNCATE)');
    const before = expectPerson(station);
    expect(fileAlone(dir, before)).toBeUndefined();

    station.checkpoints.start();
    await station.checkpoints.caughtUp();

    expect(fileAlone(dir, before)).toMatchObject({ personId: before });
  });

  test('when one is asked for while another runs, then it waits for the one that sees its own writes', async () => {
    opened = await openTestStation();
    const { station, dir } = opened;
    station.checkpoints.start();
    expectPerson(station);
    const first = station.checkpoints.caughtUp();
    const late = expectPerson(station);
    await Promise.all([first, station.checkpoints.caughtUp()]);

    expect(fileAlone(dir, late)).toMatchObject({ personId: late });
  });

  test('when the thread cannot open the file, then that is told, nobody waits, and commits go on', async () => {
    opened = await openTestStation();
    const { station, dir } = opened;
    const problems: unknown[] = [];
    const broken = createCheckpoints({
      db: station.db,
      file: path.join(dir, 'nowhere', 'station.db'),
      key: keyFromFile(dir),
      problem: (error) => String(problems.push(error)),
    });
    broken.start();
    await broken.caughtUp();
    await broken.stop();

    expect(problems).toHaveLength(1);
    expect(station.db.pragma('wal_autocheckpoint')).toBe(1000);
    expect(expectPerson(station)).toBeDefined();
  });

  test('when one fails, then the next is tried anew, and the fault is over once it succeeds', async () => {
    opened = await openTestStation();
    const { station, dir } = opened;
    const later = path.join(dir, 'later');
    const checkpoints = createCheckpoints({
      db: station.db,
      file: path.join(later, 'station.db'),
      key: keyFromFile(dir),
      problem: () => 'line 1',
    });
    checkpoints.start();
    await checkpoints.caughtUp();
    expect(checkpoints.fault()).toBe('line 1');
    mkdirSync(later);
    await checkpoints.caughtUp();
    expect(checkpoints.fault()).toBeUndefined();
    expect(station.db.pragma('wal_autocheckpoint')).toBe(16_384);
    await checkpoints.stop();
  });
});
