import type { Recorded } from '../kernel/event.ts';
import type { OutboxDraft } from '../outbox/outbox-draft.ts';
import type { Actor } from '../staff/actor.ts';
import type { StationEvent } from '../station-event.ts';
import type { Known } from './known.ts';

export type EventType = StationEvent['type'];
export type RecordedOf<Type extends EventType> = Recorded<Extract<StationEvent, { type: Type }>>;

/**
 * Who decides it. `station`: the station that recorded the event. `headquarters`: a station that stands alone, but
 * headquarters where there is one, because passes belong to all stations then. `both`: each does its part where there
 * is one: headquarters writes mails, and the desk phones those who get none.
 */
export type Decider = 'station' | 'headquarters' | 'both';

/** One consequence of some events, as a pure function of what is recorded and known. */
export interface FollowUp<Type extends EventType, Needs extends keyof Known = keyof Known> {
  readonly name: string;
  readonly decidedBy: Decider;
  readonly needs: readonly Needs[];
  /** Is given everything of its types that was recorded together: what follows twice is done once. */
  readonly follow: (events: readonly RecordedOf<Type>[], known: Pick<Known, Needs>) => Consequences;
}

export interface Consequences {
  readonly events?: readonly FollowingEvent[];
  readonly outbox?: readonly OutboxDraft[];
}

/** A further fact. It happened when its cause did, by the same hand unless another is named. */
export interface FollowingEvent {
  readonly stream: string;
  readonly event: StationEvent;
  readonly because: Recorded<StationEvent>;
  readonly actor?: Actor;
}
