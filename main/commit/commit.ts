import { whatFollows } from '../../domain/follow-ups/what-follows.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Topic } from '../../domain/kernel/topic.ts';
import type { KnownPerson } from '../../domain/known-person.ts';
import type { OutboxDraft } from '../../domain/outbox/outbox-draft.ts';
import type { RecordedEvent } from '../../domain/station-event.ts';
import type { Writes } from '../context.ts';
import { connectionOf } from '../queries/sync/connection-of.ts';
import type { EventDraft } from '../store/event-log/append-events.ts';
import { enqueue } from '../store/outbox/outbox.ts';
import { recordEvents } from '../store/record-events.ts';
import { KnownNow } from './known-now.ts';

export interface CommitOptions {
  /** Work that no event causes: somebody asked for it. */
  readonly outbox?: readonly OutboxDraft[];
  /** Somebody's state before these events, where it is at hand: their history is not read again. */
  readonly before?: (stream: string) => KnownPerson | undefined;
  /** For many at once: their work lets everything else go first, and is not due before. */
  readonly bulk?: { readonly dueAt?: Instant };
}

export interface Committed {
  /** What was given, then what followed. */
  readonly recorded: readonly RecordedEvent[];
  /** What windows should be told of, once it is durable. */
  readonly topics: readonly Topic[];
}

/** Far above what any event leads to: an endless chain is a fault, and nothing of it is kept. */
const MOST_ROUNDS = 12;

/**
 * Events, what they change in the read models, everything that follows from them, and the work they cause: written
 * together or not at all. The only way into the log for what is decided here.
 */
export function commit(
  station: Omit<Writes, 'announce'>,
  drafts: readonly EventDraft[],
  { outbox = [], before, bulk }: CommitOptions = {},
): Committed {
  const { db, writer } = station;
  return db.transact(() => {
    const connection = connectionOf(db);
    const known = new KnownNow(station, before);
    const all: RecordedEvent[] = [];
    const work: OutboxDraft[] = [];
    const topics = new Set<Topic>();
    for (let next = drafts, round = 0; next.length > 0; round++) {
      if (round === MOST_ROUNDS) throw new Error('what follows from these events has no end');
      const recorded = recordEvents(db, writer, next);
      for (const each of recorded) all.push(each);
      known.add(recorded);
      const following = whatFollows(recorded, known, connection);
      for (const each of following.outbox) work.push(bulk ? { priority: 'bulk', ...bulk, ...each } : each);
      for (const topic of following.topics) topics.add(topic);
      next = following.events.map(({ stream, event, because, actor = because.actor }) => ({
        stream,
        actor,
        occurredAt: because.occurredAt,
        event,
      }));
    }
    enqueue(db, station.now(), [...outbox, ...work]);
    return { recorded: all, topics: [...topics] };
  });
}
