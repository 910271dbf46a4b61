import { afterEach, expect, test, vi } from 'vitest';
import { createPeriodicJob } from '../../../main/jobs/create-periodic-job.ts';
import type { Job, JobName } from '../../../main/jobs/job.ts';
import { JobRegistry } from '../../../main/jobs/job-registry.ts';
import { createStationLog } from '../../../main/station-log.ts';

afterEach(() => {
  vi.useRealTimers();
});

function aJob(name: JobName, happened: string[], more: Partial<Job> = {}): Job {
  return {
    name,
    start: () => void happened.push(`${name} begins`),
    stop: () => void happened.push(`${name} ends`),
    fault: () => undefined,
    ...more,
  };
}

test('jobs begin in their order and end the other way round, each once', async () => {
  const happened: string[] = [];
  const jobs = new JobRegistry();
  jobs.add(aJob('checkpoints', happened), aJob('outbox', happened));
  expect(jobs.health().map(({ state }) => state)).toEqual(['stopped', 'stopped']);
  await jobs.start();
  expect(jobs.health().map(({ state }) => state)).toEqual(['running', 'running']);
  await jobs.stop();
  await jobs.stop();
  expect(happened).toEqual(['checkpoints begins', 'outbox begins', 'outbox ends', 'checkpoints ends']);
});

test('where one cannot begin, those before it end again and the fault is told', async () => {
  const happened: string[] = [];
  const jobs = new JobRegistry();
  const start = () => Promise.reject(new Error('port in use'));
  jobs.add(aJob('checkpoints', happened), aJob('trial', happened, { start }), aJob('outbox', happened));
  await expect(jobs.start()).rejects.toThrow('port in use');
  expect(happened).toEqual(['checkpoints begins', 'trial ends', 'checkpoints ends']);
});

test('one that cannot end keeps no other from ending', async () => {
  const happened: string[] = [];
  const jobs = new JobRegistry();
  const stop = () => Promise.reject(new Error('stuck'));
  jobs.add(aJob('checkpoints', happened), aJob('outbox', happened, { stop }));
  await jobs.start();
  await expect(jobs.stop()).rejects.toThrow('stuck');
  expect(happened.at(-1)).toBe('checkpoints ends');
});

test('a turn that fails is tried again, and the registry says so until one succeeds', async () => {
  vi.useFakeTimers();
  let isLocked = true;
  const run = vi.fn(() => {
    if (isLocked) throw new Error('the store is locked');
  });
  const lines: string[] = [];
  const jobs = new JobRegistry();
  const log = createStationLog((line) => lines.push(line));
  jobs.add(
    createPeriodicJob({
      name: 'due-work',
      everyMs: 1_000,
      isAtOnce: true,
      log,
      problem: 'due-work-stopped',
      run,
    }),
  );
  await jobs.start();
  expect(jobs.health()).toMatchObject([{ name: 'due-work', state: 'failing', logId: expect.any(String) }]);
  expect(lines.join()).toContain('due-work-stopped');
  isLocked = false;
  vi.advanceTimersByTime(1_000);
  expect(jobs.health()).toEqual([{ name: 'due-work', state: 'running' }]);
  await jobs.stop();
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(2);
});
