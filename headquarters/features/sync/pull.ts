import type { FeedEntry, PullAnswer, PullQuery } from '../../../contracts/sync/pull-contract.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { signFeedHead } from '../../../ledger/feed-head.ts';
import { sealKeys } from '../../../ledger/key-box.ts';
import type { Headquarters } from '../../headquarters.ts';
import { type FedEvent, feedAfter, feedEnd, feedHashAt } from '../../store/feed.ts';
import { inCentre } from '../../store/open-databases.ts';
import { noteSeen, stationOf } from '../../store/stations.ts';
import type { Caller } from '../tokens/authenticate.ts';

/** One answer holds at most this many bytes of events, but always one event. */
const ANSWER_BYTES = 768 * 1024;

/** The feed after a position, as soon as there is something or the wait is over; `ended` when nobody waits any more. */
export async function pull(
  headquarters: Headquarters,
  caller: Caller,
  query: PullQuery,
  ended: AbortSignal,
): Promise<Result<PullAnswer, 'position-unknown'>> {
  const until = performance.now() + query.waitMs;
  for (;;) {
    const answer = await look(headquarters, caller, query);
    const left = until - performance.now();
    if (!answer.ok || answer.value.entries.length > 0 || left <= 0 || ended.aborted) return answer;
    // Looked at again soon even without a notice: one may have come between look and wait, or got lost.
    await headquarters.notices.wait('fed', caller.centre, Math.min(left, LOOK_AGAIN_MS), ended);
    if (ended.aborted) return answer;
  }
}

const LOOK_AGAIN_MS = 1_000;

async function look(
  headquarters: Headquarters,
  { centre, id: station }: Caller,
  { after, limit, own }: PullQuery,
): Promise<Result<PullAnswer, 'position-unknown'>> {
  const { databases, personKeys, now } = headquarters;
  const found = await inCentre(databases.app, centre, async (db) => {
    await noteSeen(db, station, { at: now() });
    return {
      before: await feedHashAt(db, after),
      events: withinBytes(await feedAfter(db, after, limit)),
      end: await feedEnd(db),
      exchangeKey: (await stationOf(db, station))?.exchangeKey,
    };
  });
  const { before, events, end, exchangeKey } = found;
  if (before === undefined || exchangeKey === undefined) return refuse('position-unknown');
  const last = events.at(-1);
  const { signing } = await headquarters.serverKeys();
  const head = signFeedHead(
    { centre, position: last?.position ?? after, hash: last?.feedHash ?? before, signedAt: now() },
    signing.privateKey,
  );
  const entries = events.map((fed) => entryOf(fed, own === '1' ? undefined : station));
  const streams = new Set(entries.flatMap(({ event }) => (event ? [event.stream] : [])));
  const keys = streams.size > 0 ? await personKeys.of(centre, [...streams]) : [];
  return accept({
    entries,
    head,
    keys: keys.length > 0 ? await sealKeys(keys, exchangeKey, head.hash) : undefined,
    feedPosition: end.position,
  });
}

function entryOf({ position, event }: FedEvent, writer: string | undefined): FeedEntry {
  const { hash } = event;
  return event.station === writer ? { position, hash } : { position, hash, event };
}

function withinBytes(events: readonly FedEvent[]): readonly FedEvent[] {
  let bytes = 0;
  const end = events.findIndex(({ event }, index) => {
    bytes += event.data.length + 700;
    return bytes > ANSWER_BYTES && index > 0;
  });
  return end === -1 ? events : events.slice(0, end);
}
