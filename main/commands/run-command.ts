import type { Topic } from '../../contracts/ipc/protocol.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result } from '../../domain/kernel/result.ts';
import type { KnownPerson } from '../../domain/known-person.ts';
import type { OutboxDraft } from '../../domain/outbox/outbox-draft.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import { AskingRefused, presentAsking } from '../store/tables/asking.ts';
import { answeredValue, keepAnswer } from '../store/tables/requests.ts';

/** What a command decided, and what to answer once it is durable. What follows from the facts is not its business. */
export interface Decided<Value> {
  readonly stream: string;
  readonly events: readonly StationEvent[];
  /** Decided for other histories in the same breath. Written after `events`. */
  readonly also?: readonly StreamEvents[];
  /** Work that no fact causes: somebody asked for it. */
  readonly outbox?: readonly OutboxDraft[];
  /** The state that `stream` was decided on, where it was read: follow-ups need not read it again. */
  readonly known?: KnownPerson;
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
  /** What windows show of it beside its events: settings and the outbox, for instance. */
  readonly topics?: readonly Topic[];
}

/**
 * Runs one command: loads and decides under the write lock, commits events, what follows from them, read models,
 * outbox and answer together, and tells the windows. `value` must hold ids only: it is kept to answer a repeated request.
 * @throws AskingRefused when the id belongs to another question, or whoever asked may not any more.
 */
export function runCommand<Value, Refusal>(
  station: Writes,
  call: CommandCall,
  decide: () => Result<Decided<Value>, Refusal>,
): Result<Value, Refusal> {
  const { db, now } = station;
  const topics = new Set(call.topics);
  const result = db.transact((): Result<Value, Refusal> => {
    const refused = presentAsking()?.whyNotAnyMore();
    if (refused) throw new AskingRefused(refused);
    const known = call.requestId ? answeredValue(db, call.requestId, call.name) : undefined;
    if (known) return accept(known.value as Value);
    const decided = decide();
    if (!decided.ok) return decided;
    const { stream, events, also = [], outbox, known: before, value } = decided.value;
    const occurredAt = call.occurredAt ?? now();
    const committed = commit(
      station,
      [{ stream, events }, ...also].flatMap((each) =>
        each.events.map((event) => ({ stream: each.stream, actor: call.actor, occurredAt, event })),
      ),
      { outbox, before: (of) => (of === stream ? before : undefined) },
    );
    for (const topic of committed.topics) topics.add(topic);
    if (call.requestId) keepAnswer(db, { requestId: call.requestId, channel: call.name, value, at: now() });
    return accept(value);
  });
  if (result.ok) station.announce([...topics]);
  return result;
}
