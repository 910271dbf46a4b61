import type { Topic } from '../kernel/topic.ts';
import type { OutboxDraft } from '../outbox/outbox-draft.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { Decider, FollowingEvent, FollowUp, RecordedOf } from './follow-up.ts';
import { followUpTable } from './follow-up-table.ts';
import type { Known } from './known.ts';

/** Whether the recording station stands alone or belongs to a headquarters, which decides part of it then. */
export type Connection = 'stand-alone' | 'connected';

/** Who asks what follows: a station by how it is connected, or headquarters of what a connected station recorded. */
export type Asker = Connection | 'headquarters';

/** As much as headquarters has at hand. */
export type KnownAtHeadquarters = Pick<Known, 'person' | 'personBefore' | 'linkedSet' | 'doses' | 'newPass'>;

export interface Following {
  readonly events: readonly FollowingEvent[];
  readonly outbox: readonly OutboxDraft[];
  readonly topics: readonly Topic[];
}

/**
 * What follows at once from events that were recorded together. The events in the answer have consequences of their
 * own: whoever records them asks again, until nothing follows. A station asks of what it recorded itself; what follows
 * from events of others was decided where they were recorded, or is decided at headquarters.
 */
export function whatFollows(
  recorded: readonly RecordedEvent[],
  known: KnownAtHeadquarters,
  asker: 'headquarters',
): Following;
export function whatFollows(recorded: readonly RecordedEvent[], known: Known, asker: Asker): Following;
export function whatFollows(
  recorded: readonly RecordedEvent[],
  known: KnownAtHeadquarters,
  asker: Asker,
): Following {
  const causes = new Map<AnyFollowUp, RecordedEvent[]>();
  const topics = new Set<Topic>();
  for (const each of recorded) {
    const row = followUpTable[each.event.type];
    for (const topic of row.topics) topics.add(topic);
    if (!('follows' in row)) continue;
    for (const followUp of row.follows as readonly AnyFollowUp[]) {
      if (!isDecidedHere(followUp, asker)) continue;
      const others = causes.get(followUp);
      if (others) others.push(each);
      else causes.set(followUp, [each]);
    }
  }
  const consequences = [...causes].map(([followUp, events]) =>
    followUp.follow(events as never, known as Known),
  );
  return {
    events: consequences.flatMap(({ events = [] }) => events),
    outbox: consequences.flatMap(({ outbox = [] }) => outbox),
    topics: [...topics],
  };
}

export function isDecidedHere({ decidedBy }: { readonly decidedBy: Decider }, asker: Asker): boolean {
  switch (asker) {
    case 'stand-alone':
      return true;
    case 'connected':
      return decidedBy !== 'headquarters';
    case 'headquarters':
      return decidedBy !== 'station';
  }
}

/** A row of the table lists only what takes events of its type. */
type AnyFollowUp = Pick<
  FollowUp<RecordedOf<never>['event']['type']>,
  'name' | 'decidedBy' | 'needs' | 'follow'
>;
