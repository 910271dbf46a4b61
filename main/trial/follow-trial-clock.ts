import { topics } from '../../domain/kernel/topic.ts';
import { createPeriodicJob } from '../jobs/create-periodic-job.ts';
import type { Job } from '../jobs/job.ts';
import type { Station } from '../station.ts';
import { readTrialClock } from './read-trial-network.ts';

const LOOK_EVERY_MS = 500;

/** When weeks pass at the headquarters of a trial, they pass at its desk as well. Whatever a window shows may depend on the day. */
export function followTrialClock(
  { time, announce, log }: Pick<Station, 'time' | 'announce' | 'log'>,
  network: string | undefined,
): Job {
  return createPeriodicJob({
    name: 'trial-clock',
    everyMs: LOOK_EVERY_MS,
    log,
    problem: 'trial-clock-stopped',
    run() {
      if (time.moveAhead(readTrialClock(network))) announce(topics);
    },
  });
}
