import type { EventId } from './ids.ts';
import type { Instant } from './instant.ts';

/**
 * What happened, as one area of the domain states it. Everything under `personal` is stored encrypted under
 * the key of the person whose stream the event is in, and reads as `undefined` once that key was destroyed.
 */
export interface EventOf<Type extends string, Version extends number, Data> {
  readonly type: Type;
  readonly version: Version;
  readonly data: Data;
}

/** An event with what the log knows about it. */
export interface Recorded<Event> {
  readonly id: EventId;
  /** Whose history this belongs to: a person's or staff member's id, or `centre` for the centre as a whole. */
  readonly stream: string;
  readonly station: string;
  readonly epoch: number;
  /** Gapless for each station and epoch, from 1. */
  readonly seq: number;
  readonly hlc: string;
  /** When it happened in the world; `recordedAt` is when the station wrote it down. */
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly event: Event;
}

/** State of one area after a history: `evolve` over all its events. */
export function fold<State, Event>(
  initial: State,
  evolve: (state: State, recorded: Recorded<Event>) => State,
  history: readonly Recorded<Event>[],
): State {
  return history.reduce(evolve, initial);
}
