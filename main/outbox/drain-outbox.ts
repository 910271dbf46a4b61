import { addMinutes } from '../../domain/kernel/instant.ts';
import type { Lane, OutboxKind } from '../../domain/outbox/outbox-kinds.ts';
import { commit } from '../commit/commit.ts';
import { dueItems, failItem, finishItem, type OutboxItem, postponeItem } from '../store/outbox/outbox.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';
import type { OutboxStation } from './outbox-station.ts';
import type { OutboxWork } from './outbox-work.ts';
import { laneNames, lanes, outboxWork } from './outbox-workers.ts';

const LONGEST_PAUSE_MINUTES = 60;

/** Does all work that is due now and all that it brings about, every lane on its own. Answers how many pieces. */
export async function drainOutbox(station: OutboxStation): Promise<number> {
  for (let total = 0; ; ) {
    const done = await Promise.all(laneNames.map((lane) => drainLane(station, lane)));
    const count = done.reduce((sum, each) => sum + each, 0);
    if (count === 0) return total;
    total += count;
  }
}

/** Does what is due in one lane until nothing is, or it is told to stop. Each piece ends once it is durable. */
export async function drainLane(
  station: OutboxStation,
  lane: Lane,
  isStopped = () => false,
): Promise<number> {
  const { atOnce, batch, topics } = lanes[lane];
  const tell = tellNowAndThen(() => station.announce(topics));
  let done = 0;
  while (!isStopped()) {
    const items = dueItems(station.db, lane, station.now(), batch);
    if (items.length === 0) break;
    await doTogether(station, items);
    const open = items.filter(({ kind }) => 'one' in outboxWork[kind]);
    const work = async () => {
      for (let item = open.shift(); item && !isStopped(); item = open.shift())
        settle(station, item, await attempt(station, item));
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    done += items.length - open.length;
    tell(items.some(({ priority }) => priority === 'normal'));
  }
  if (done > 0) tell(true);
  return done;
}

const TELL_EVERY_MS = 500;

/** Windows ask again whenever they are told: at once of what somebody waits for, now and then of bulk work. */
function tellNowAndThen(announce: () => void): (isUrgent: boolean) => void {
  let toldAt = performance.now();
  return (isUrgent) => {
    if (!isUrgent && performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    announce();
  };
}

type Together = Extract<OutboxWork, { together: unknown }>['together'];

/** All pieces of a kind in one go, and what became of them in one transaction. */
async function doTogether(station: OutboxStation, items: readonly OutboxItem[]): Promise<void> {
  for (const kind of new Set(items.map((item) => item.kind))) {
    const work = outboxWork[kind];
    if ('one' in work) continue;
    const alike = items.filter((item) => item.kind === kind);
    const outcomes = await attemptTogether(station, work.together, alike);
    station.db.transact(() => {
      for (const [index, item] of alike.entries())
        settle(station, item, outcomes[index] ?? { kind: 'later', fault: 'not-answered' });
    });
  }
}

async function attemptTogether(
  station: OutboxStation,
  together: Together,
  items: readonly OutboxItem[],
): Promise<OutboxOutcome[]> {
  try {
    return await together(station, items);
  } catch (error) {
    const [first] = items;
    if (first && items.length === 1) return [laterFor(station, first.kind, error)];
    // One of them is at fault: each by itself, so that the others are done.
    const outcomes: OutboxOutcome[] = [];
    for (const item of items) outcomes.push(...(await attemptTogether(station, together, [item])));
    return outcomes;
  }
}

function laterFor(station: OutboxStation, kind: OutboxKind, error: unknown): OutboxOutcome {
  return { kind: 'later', fault: station.log.problem('outbox-work-failed', error, { kind }) };
}

async function attempt(station: OutboxStation, item: OutboxItem): Promise<OutboxOutcome> {
  const work = outboxWork[item.kind];
  try {
    return 'one' in work ? await work.one(station, item) : { kind: 'later', fault: 'not-answered' };
  } catch (error) {
    return laterFor(station, item.kind, error);
  }
}

function settle(station: OutboxStation, item: OutboxItem, outcome: OutboxOutcome): void {
  const { db, now } = station;
  switch (outcome.kind) {
    case 'done':
      db.transact(() => {
        const { stream, events = [], also = [], keep } = outcome;
        keep?.(db);
        const facts = [...(stream ? [{ stream, events }] : []), ...also].flatMap((each) =>
          each.events.map((event) => ({
            stream: each.stream,
            actor: 'outbox' as const,
            occurredAt: now(),
            event,
          })),
        );
        if (facts.length > 0) commit(station, facts);
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
