import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPeriodicJob } from '../../../main/jobs/create-periodic-job.ts';
import { watchDiskSpace } from '../../../main/jobs/disk-space.ts';
import { stationWarnings } from '../../../main/queries/centre/station-warnings.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(async () => {
  await opened.station.jobs.stop();
  opened.close();
});

test('work in the background that does not get on is a warning with the line of the log, and no more once it does', async () => {
  const { station } = opened;
  let isFull = true;
  const run = () => {
    if (isFull) throw new Error('the disk is full');
  };
  const job = createPeriodicJob({
    name: 'due-work',
    everyMs: 60_000,
    isAtOnce: true,
    log: station.log,
    problem: 'due-work-stopped',
    run,
  });
  station.jobs.add(job);
  await station.jobs.start();
  const [warning] = stationWarnings(station);
  expect(warning?.code).toBe('job-due-work');
  const logId = /problem ([^)]+)\)/.exec(warning?.sentence.en ?? '')?.[1] ?? 'none';
  expect(opened.logged.join('\n')).toContain(logId);
  isFull = false;
  await job.start();
  expect(stationWarnings(station).map(({ code }) => code)).not.toContain('job-due-work');
});

test('a disk that is nearly full is a warning before it is, and no more once there is room', async () => {
  const { station } = opened;
  let free = 600_000_000;
  const told: string[] = [];
  const parts = { dir: opened.dir, log: station.log, announce: () => void told.push('changed') };
  const diskSpace = watchDiskSpace({ ...parts, freeBytes: () => free });
  const look = async () => {
    await diskSpace.job.start();
    await diskSpace.job.stop();
    return stationWarnings({ ...station, diskSpace }).find(({ code }) => code === 'disk-scarce')?.sentence.de;
  };
  expect(await look()).toBeUndefined();
  free = 240_500_000;
  expect(await look()).toContain('noch 240 MB frei');
  free = 600_000_000;
  expect(await look()).toBeUndefined();
  expect(told).toHaveLength(2);
});

test('the disk is asked itself how much room is left', async () => {
  const { diskSpace } = opened.station;
  await diskSpace.job.start();
  expect(diskSpace.job.fault()).toBeUndefined();
  await diskSpace.job.stop();
});
