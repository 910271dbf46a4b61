import { epochMsOf, type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { topics } from '../../domain/kernel/topic.ts';
import { createPeriodicJob } from '../jobs/create-periodic-job.ts';
import type { Job } from '../jobs/job.ts';
import type { Station } from '../station.ts';
import { changeLink } from '../sync/link.ts';
import { readTrialClock } from './read-trial-network.ts';

const LOOK_EVERY_MS = 500;

/** When weeks pass at the headquarters of a trial, they pass at its desk as well. Whatever a window shows may depend on the day. */
export function followTrialClock(
  { db, time, announce, log }: Pick<Station, 'db' | 'time' | 'announce' | 'log'>,
  network: string | undefined,
): Job {
  return createPeriodicJob({
    name: 'trial-clock',
    everyMs: LOOK_EVERY_MS,
    log,
    problem: 'trial-clock-stopped',
    run() {
      const before = time.aheadMs();
      if (!time.moveAhead(readTrialClock(network))) return;
      hearAgain(db, time.aheadMs() - before);
      announce(topics);
    },
  });
}

/** The line was there a moment ago, not weeks ago. */
function hearAgain(db: Station['db'], passedMs: number): void {
  const later = (at: Instant | undefined) => at && instantOf(epochMsOf(at) + passedMs);
  changeLink(db, (link) => ({
    ...link,
    lastHeardAt: later(link.lastHeardAt),
    lastSentAt: later(link.lastSentAt),
  }));
}
