import type { Instant } from '../../../domain/kernel/instant.ts';
import type { OutboxKind } from '../../../domain/outbox/outbox-kinds.ts';
import type { ReadableDb } from '../database.ts';
import type { OutboxRow } from './outbox.ts';

/** Work of one kind that stands alike: after an import of a list there are tens of thousands of it. */
export interface OutboxGroup extends Pick<OutboxRow, 'kind' | 'state' | 'fault'> {
  readonly count: number;
  /** One of it, the oldest. */
  readonly firstId: number;
  readonly queuedAt: Instant;
}

/** Everything but messages, counted: what failed first, then what is tried again, then what waits for its turn. */
export function outboxGroups(db: ReadableDb, most: number): OutboxGroup[] {
  const messages: OutboxKind = 'send-message';
  return db.all<OutboxGroup>(
    `SELECT kind, state, fault, count(*) AS count, min(id) AS firstId, min(queued_at) AS queuedAt FROM outbox
      WHERE kind <> ? GROUP BY kind, state, fault
      ORDER BY state = 'waiting', fault IS NULL, firstId LIMIT ?`,
    messages,
    most,
  );
}
