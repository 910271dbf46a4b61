import type { Instant } from '../kernel/instant.ts';
import type { OutboxKind } from './outbox-kinds.ts';

/** Work that an event causes outside the store, written in the same transaction as the event. */
export interface OutboxDraft {
  readonly kind: OutboxKind;
  /** What it is about, a pass id for instance: newer work of the same kind on it replaces older. */
  readonly subject: string;
  readonly payload?: OutboxPayload;
  /** Bulk work lets everything else in its lane go first. */
  readonly priority?: OutboxPriority;
  /** Not before that; at once when absent. */
  readonly dueAt?: Instant;
}

export type OutboxPriority = 'normal' | 'bulk';

/** Ids and plain facts. What it takes to do the work is read when it is done: never a name, never a text. */
export type OutboxPayload = Readonly<Record<string, unknown>>;
