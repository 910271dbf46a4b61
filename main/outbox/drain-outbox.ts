import { addMinutes } from '../../domain/kernel/instant.ts';
import type { Station } from '../station.ts';
import { commit } from '../store/commit.ts';
import { dueItems, failItem, finishItem, type OutboxItem, postponeItem } from '../store/outbox/outbox.ts';
import type { Lane } from '../store/outbox/outbox-kinds.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';
import { laneNames, lanes, workers } from './outbox-workers.ts';

const LONGEST_PAUSE_MINUTES = 60;

/** Does all work that is due now, every lane on its own. Answers how many pieces. */
export async function drainOutbox(station: Station): Promise<number> {
  const done = await Promise.all(laneNames.map((lane) => drainLane(station, lane)));
  return done.reduce((sum, count) => sum + count, 0);
}

/** Does what is due in one lane until nothing is, or it is told to stop. Each piece ends once it is durable. */
export async function drainLane(station: Station, lane: Lane, isStopped = () => false): Promise<number> {
  const { atOnce, batch, topics } = lanes[lane];
  let done = 0;
  while (!isStopped()) {
    const items = dueItems(station.db, lane, station.now(), batch);
    if (items.length === 0) break;
    const open = [...items];
    const work = async () => {
      for (let item = open.shift(); item && !isStopped(); item = open.shift()) {
        settle(station, item, await attempt(station, item));
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    station.announce(topics);
  }
  return done;
}

async function attempt(station: Station, item: OutboxItem): Promise<OutboxOutcome> {
  try {
    return await workers[item.kind](station, item.subject, item);
  } catch (error) {
    const logId = station.log.problem('outbox-work-failed', error, { kind: item.kind });
    return { kind: 'later', fault: logId };
  }
}

function settle({ db, now, writer }: Station, item: OutboxItem, outcome: OutboxOutcome): void {
  switch (outcome.kind) {
    case 'done':
      db.transact(() => {
        const { stream, events = [] } = outcome;
        if (stream && events.length > 0)
          commit(
            db,
            writer,
            events.map((event) => ({ stream, actor: 'outbox', occurredAt: now(), event })),
          );
        finishItem(db, item.id);
      });
      break;
    case 'failed':
    case 'by-phone':
      failItem(db, item.id, outcome.kind, outcome.fault);
      break;
    case 'later': {
      const pause = outcome.afterMinutes ?? Math.min(2 ** item.attempts, LONGEST_PAUSE_MINUTES);
      postponeItem(db, item.id, addMinutes(now(), pause), outcome.fault);
      break;
    }
  }
}
