import type { Job } from '../jobs/job.ts';
import type { Station } from '../station.ts';
import { settingOf } from '../store/settings.ts';
import { boundAnswers } from '../sync/bounded-answer.ts';
import { joinHeadquarters } from '../sync/join-headquarters.ts';
import { changeLink } from '../sync/link.ts';
import { readTrialNetwork } from './read-trial-network.ts';

const LOOK_EVERY_MS = 500;
const NAME = 'Empfang 1';

type Joining = Pick<Station, 'db' | 'settings' | 'stationKey' | 'now' | 'log' | 'sync' | 'announce'>;

/**
 * Joins the headquarters that starts beside a trial, as soon as it says in `file` where it is. The desk works from the
 * first moment on and waits for nothing; without a file the trial stands alone.
 */
export function createTrialNetwork(station: Joining, file: string | undefined): Job {
  let timer: NodeJS.Timeout | undefined;
  let fault: string | undefined;
  let turn: Promise<void> = Promise.resolve();
  const look = async (from: string) => {
    const network = readTrialNetwork(from);
    if (!network) return;
    clearInterval(timer);
    timer = undefined;
    if ('fault' in network) {
      fault = station.log.problem('trial-network', new Error(network.fault));
      station.announce(['system']);
      return;
    }
    const joined = await join(station, network);
    if (joined) return;
    fault = station.log.problem('trial-network', new Error('the trial was not let in'));
    station.announce(['system']);
  };
  return {
    name: 'trial-network',
    start() {
      if (!file) return;
      timer = setInterval(() => {
        turn = turn.then(() => (timer ? look(file) : undefined));
      }, LOOK_EVERY_MS);
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await turn;
    },
    fault: () => fault,
  };
}

async function join(
  station: Joining,
  { headquarters, code }: { headquarters: string; code: string },
): Promise<boolean> {
  const known = settingOf(station.db, 'headquarters');
  if (known && known.address !== headquarters) moveTo(station, known.address, headquarters);
  const isJoined =
    known ||
    (await joinHeadquarters(station, boundAnswers(fetch), { address: headquarters, code, name: NAME })).ok;
  if (!isJoined) return false;
  await station.sync.restart();
  station.announce(['sync']);
  return true;
}

/** The same headquarters on another port of this machine than at the last start. */
function moveTo({ db }: Joining, before: string, now: string): void {
  const moved = (address: string) =>
    address.startsWith(before) ? now + address.slice(before.length) : address;
  changeLink(db, (link) => ({
    ...link,
    address: now,
    issuer: moved(link.issuer),
    tokenEndpoint: moved(link.tokenEndpoint),
    resource: moved(link.resource),
  }));
}
