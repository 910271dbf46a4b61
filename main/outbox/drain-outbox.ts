import { addMinutes } from '../../domain/kernel/instant.ts';
import type { Station } from '../station.ts';
import {
  dueItems,
  failItem,
  finishItem,
  type OutboxItem,
  type OutboxKind,
  postponeItem,
} from '../store/outbox/outbox.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';
import { signPass } from './sign-pass.ts';

const workers: Record<OutboxKind, (station: Station, subject: string) => Promise<OutboxOutcome>> = {
  'sign-pass': signPass,
};

const BATCH = 50;
const LONGEST_PAUSE_MINUTES = 60;

/** Does all work that is due now. Each piece is finished only after its effect is durable. Answers how many. */
export async function drainOutbox(station: Station): Promise<number> {
  let done = 0;
  for (;;) {
    const items = dueItems(station.db, station.now(), BATCH);
    if (items.length === 0) return done;
    for (const item of items) {
      settle(station, item, await attempt(station, item));
      done += 1;
    }
    station.announce(['passes', 'desk', 'system']);
  }
}

async function attempt(station: Station, item: OutboxItem): Promise<OutboxOutcome> {
  try {
    return await workers[item.kind](station, item.subject);
  } catch (error) {
    const logId = station.log.problem('outbox-work-failed', error, { kind: item.kind });
    return { kind: 'later', fault: logId };
  }
}

function settle({ db, now }: Station, item: OutboxItem, outcome: OutboxOutcome): void {
  switch (outcome.kind) {
    case 'done':
      finishItem(db, item.id);
      break;
    case 'failed':
      failItem(db, item.id, outcome.fault);
      break;
    case 'later': {
      const pause = Math.min(2 ** item.attempts, LONGEST_PAUSE_MINUTES);
      postponeItem(db, item.id, addMinutes(now(), pause), outcome.fault);
      break;
    }
  }
}
