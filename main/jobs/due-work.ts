import { plainDateAt } from '../../domain/kernel/instant.ts';
import { offerFreePlaces } from '../commands/appointments/offer-free-places.ts';
import { endPastDays } from '../commands/visits/record-no-show.ts';
import type { Writes } from '../context.ts';
import type { StationLog } from '../station-log.ts';
import { createPeriodicJob } from './create-periodic-job.ts';
import type { Job } from './job.ts';

type Due = Writes & { readonly log: StationLog };

const EVERY_MS = 30_000;

/** What falls due by the clock alone: offers run out, places are offered on, and yesterday's guests did not come. */
export function createDueWork(station: Due): Job {
  let endedBefore: string | undefined;
  let wasTrusted = true;
  const isTrusted = ({ clock, announce, log }: Due): boolean => {
    const is = clock.isTrusted();
    if (is !== wasTrusted) {
      log.info(is ? 'clock-trusted' : 'clock-jumped');
      announce(['system']);
    }
    wasTrusted = is;
    return is;
  };
  return createPeriodicJob({
    name: 'due-work',
    everyMs: EVERY_MS,
    log: station.log,
    problem: 'due-work-stopped',
    isAtOnce: true,
    run() {
      if (!isTrusted(station)) return;
      const today = plainDateAt(station.now(), station.settings.timeZone);
      if (endedBefore !== today) endPastDays(station);
      endedBefore = today;
      offerFreePlaces(station);
    },
  });
}
