import { syncLimits } from '../../contracts/sync/sync-limits.ts';
import { type Result, refuse } from '../../domain/kernel/result.ts';
import { topics } from '../../domain/kernel/topic.ts';
import type { BarcodeKeys } from '../barcode-keys.ts';
import type { Writes } from '../context.ts';
import type { StationKey } from '../station-key.ts';
import type { StationLog } from '../station-log.ts';
import { retryQuarantined } from '../store/event-log/receive-events.ts';
import { type SyncTrouble, settingOf } from '../store/settings.ts';
import { leaveNoTraces } from '../store/traces-left.ts';
import { connect } from './connect.ts';
import { fetchPassKeys } from './fetch-pass-keys.ts';
import { fetchTrusting } from './fetch-trusting.ts';
import { HeadquartersClient } from './headquarters-client.ts';
import type { SyncLoop } from './known-loop.ts';
import type { Fetch } from './line.ts';
import { changeLink } from './link.ts';
import { pauseAfter, pauses, sleep } from './pauses.ts';
import { pullFeed } from './pull-feed.ts';
import { pushEvents } from './push-events.ts';
import { exchangeImages, fetchImages } from './template-images.ts';

const LOOK_AGAIN_MS = 5_000;
/** Between two turns that went well lies no more. */
const SHORTLY_MS = 250;

interface Syncing extends Writes {
  readonly stationKey: StationKey;
  readonly barcodeKeys: BarcodeKeys;
  readonly log: StationLog;
}

export function createSyncLoop(stationOf: () => Syncing, fetch: Fetch): SyncLoop {
  let running: Running | undefined;
  const stop = async () => {
    const before = running;
    running = undefined;
    await before?.end();
  };
  return {
    async restart() {
      await stop();
      const station = stationOf();
      const link = settingOf(station.db, 'headquarters');
      if (!link) return;
      // A newer program may know what to make of what an older one kept apart.
      const { taken, hasErased } = retryQuarantined(station.db, link.centre, station.now());
      if (taken > 0) station.announce(topics);
      if (hasErased) leaveNoTraces(station.db);
      const line = fetchTrusting(link.authority, fetch);
      running = run(station, new HeadquartersClient(link, station.stationKey.privateKey, line));
    },
    wake: () => running?.wake(),
    ask: async (path, schema, body) =>
      running ? running.client.ask(path, schema, { body }) : refuse('unreachable'),
    stop,
  };
}

interface Running {
  readonly client: HeadquartersClient;
  wake(): void;
  end(): Promise<void>;
}

/** Two lines side by side: what waits for news keeps nothing back that has to go out. */
function run(station: Syncing, client: HeadquartersClient): Running {
  const over = new AbortController();
  const pause = pauses(over.signal);
  const note = noteOutcomes(station);
  const sending = keepGoing(station, over.signal, async (awayMs) => {
    const sent = await pushEvents(station, client, over.signal);
    if (!over.signal.aborted) note(sent);
    if (sent.ok && sent.value > 0) station.announce(['sync']);
    else await pause.forSending(sent.ok ? LOOK_AGAIN_MS : pauseAfter(awayMs));
    return sent.ok;
  });
  let hasPassKeys = false;
  const fetching = keepGoing(station, over.signal, async (awayMs) => {
    const signal = over.signal;
    if (!hasPassKeys) {
      // First of all: with them the desk tells genuine passes of headquarters from forged ones.
      const keys = await fetchPassKeys(station, client, signal);
      const learned = keys.ok ? await exchangeImages(station, client, signal) : keys;
      hasPassKeys = learned.ok;
      if (!signal.aborted) note(learned);
      if (!learned.ok) await pause.forFetching(pauseAfter(awayMs));
      else if (!signal.aborted) connect(station);
      return learned.ok;
    }
    // After an interruption the first answer is wanted at once: it says that the line is there again.
    const waitMs = awayMs < SHORTLY_MS ? syncLimits.longestWaitMs : 0;
    const pulled = await pullFeed(station, client, { waitMs, signal });
    if (!over.signal.aborted) note(pulled);
    if (pulled.ok && pulled.value.taken > 0) {
      station.announce(topics);
      const images = await fetchImages(station, client, signal);
      if (images.ok && images.value > 0) station.announce(['templates']);
    }
    if (!pulled.ok) await pause.forFetching(pauseAfter(awayMs));
    return pulled.ok;
  });
  return {
    client,
    wake: pause.wake,
    async end() {
      over.abort();
      await Promise.all([sending, fetching]);
    },
  };
}

/**
 * A turn that goes wrong in a way nobody thought of is told, and the next one comes all the same. Each turn is told for
 * how long none went well.
 */
async function keepGoing(
  { log }: Syncing,
  over: AbortSignal,
  turn: (awayMs: number) => Promise<boolean>,
): Promise<void> {
  let wellAt = performance.now();
  while (!over.aborted)
    try {
      if (await turn(performance.now() - wellAt)) wellAt = performance.now();
    } catch (error) {
      if (over.aborted) return;
      log.problem('sync-stopped', error);
      await sleep(pauseAfter(performance.now() - wellAt), over);
    }
}

/** Writes down what keeps the line from being there, and tells windows when that changed, also when it is over. */
function noteOutcomes({ db, announce }: Syncing): (outcome: Result<unknown, SyncTrouble>) => void {
  const troubleNow = () => settingOf(db, 'headquarters')?.trouble;
  let told = troubleNow();
  return (outcome) => {
    if (!outcome.ok && outcome.refusal !== troubleNow())
      changeLink(db, (link) => ({ ...link, trouble: outcome.refusal }));
    if (told === troubleNow()) return;
    told = troubleNow();
    announce(['sync']);
  };
}
