import { plainDateAt } from '../../domain/kernel/instant.ts';
import { offerFreePlaces } from '../commands/appointments/offer-free-places.ts';
import { endPastDays } from '../commands/visits/record-no-show.ts';
import type { Station } from '../station.ts';

const EVERY_MS = 30_000;

/** What falls due by the clock alone: offers run out, places are offered on, and yesterday's guests did not come. */
export function startDueWork(station: Station): { stop(): void } {
  let endedBefore: string | undefined;
  const run = (): void => {
    try {
      const today = plainDateAt(station.now(), station.settings.timeZone);
      if (endedBefore !== today) endPastDays(station);
      endedBefore = today;
      offerFreePlaces(station);
    } catch (error) {
      station.log.problem('due-work-stopped', error); // a locked store, a full disk: tried again at the next turn
    }
  };
  run();
  const timer = setInterval(run, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
