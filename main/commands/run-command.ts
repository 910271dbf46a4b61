import type { Topic } from '../../contracts/ipc/protocol.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result } from '../../domain/kernel/result.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import type { Station } from '../station.ts';
import { commit } from '../store/commit.ts';
import type { OutboxDraft } from '../store/outbox/outbox.ts';
import { answeredValue, keepAnswer } from '../store/tables/requests.ts';

/** What a command decided: the facts, the work they cause, and what to answer once they are durable. */
export interface Decided<Value> {
  readonly stream: string;
  readonly events: readonly StationEvent[];
  /** What it means for other histories: a linked person's pass, for instance. Written after `events`. */
  readonly also?: readonly StreamEvents[];
  readonly outbox?: readonly OutboxDraft[];
  readonly value: Value;
}

/** Facts of one history. */
export interface StreamEvents {
  readonly stream: string;
  readonly events: readonly StationEvent[];
}

export interface CommandCall {
  readonly name: string;
  readonly actor: Actor;
  /** Names the person's intent: the same id again answers as before and does nothing. */
  readonly requestId?: string;
  /** When it happened, where that is not now. */
  readonly occurredAt?: Instant;
  readonly topics: readonly Topic[];
}

/**
 * Runs one command: loads and decides under the write lock, commits events, read models, outbox and answer
 * together, and tells the windows. `value` must hold ids only: it is kept to answer a repeated request.
 */
export function runCommand<Value, Refusal>(
  station: Station,
  call: CommandCall,
  decide: () => Result<Decided<Value>, Refusal>,
): Result<Value, Refusal> {
  const { db, writer, now } = station;
  const result = db.transact((): Result<Value, Refusal> => {
    const known = call.requestId ? answeredValue(db, call.requestId, call.name) : undefined;
    if (known) return accept(known.value as Value);
    const decided = decide();
    if (!decided.ok) return decided;
    const { stream, events, also = [], outbox, value } = decided.value;
    const occurredAt = call.occurredAt ?? now();
    commit(
      db,
      writer,
      [{ stream, events }, ...also].flatMap((each) =>
        each.events.map((event) => ({ stream: each.stream, actor: call.actor, occurredAt, event })),
      ),
      outbox,
    );
    if (call.requestId) keepAnswer(db, { requestId: call.requestId, channel: call.name, value, at: now() });
    return accept(value);
  });
  if (result.ok) station.announce(call.topics);
  return result;
}
