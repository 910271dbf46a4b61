import type { Instant } from '../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

/** Work that an event causes outside the store, written in the same transaction as the event. */
export interface OutboxDraft {
  readonly kind: OutboxKind;
  /** What it is about, a pass id for instance: newer work of the same kind on it replaces older. */
  readonly subject: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

export type OutboxKind = 'sign-pass';

export interface OutboxItem {
  readonly id: number;
  readonly kind: OutboxKind;
  readonly subject: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

export function enqueue(db: WritableDb, now: Instant, drafts: readonly OutboxDraft[]): void {
  for (const { kind, subject, payload } of drafts) {
    db.run('DELETE FROM outbox WHERE subject = ? AND kind = ?', subject, kind);
    db.run(
      `INSERT INTO outbox (kind, subject, payload, state, due_at) VALUES (?, ?, ?, 'waiting', ?)`,
      kind,
      subject,
      JSON.stringify(payload ?? {}),
      now,
    );
  }
}

/** What is due, oldest first. */
export function dueItems(db: ReadableDb, now: Instant, most: number): OutboxItem[] {
  return db
    .all<Omit<OutboxItem, 'payload'> & { payload: string }>(
      `SELECT id, kind, subject, payload, attempts FROM outbox
        WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?`,
      now,
      most,
    )
    .map((row) => ({ ...row, payload: JSON.parse(row.payload) }));
}

export function finishItem(db: WritableDb, id: number): void {
  db.run('DELETE FROM outbox WHERE id = ?', id);
}

/** Tries again at `dueAt`. */
export function postponeItem(db: WritableDb, id: number, dueAt: Instant, fault: string): void {
  db.run('UPDATE outbox SET attempts = attempts + 1, due_at = ?, fault = ? WHERE id = ?', dueAt, fault, id);
}

/** Given up on: stays listed with its fault until somebody acts. */
export function failItem(db: WritableDb, id: number, fault: string): void {
  db.run(`UPDATE outbox SET state = 'failed', attempts = attempts + 1, fault = ? WHERE id = ?`, fault, id);
}

export function outboxCounts(db: ReadableDb): { waiting: number; failed: number } {
  const counts = { waiting: 0, failed: 0 };
  for (const row of db.all<{ state: 'waiting' | 'failed'; count: number }>(
    'SELECT state, count(*) AS count FROM outbox GROUP BY state',
  ))
    counts[row.state] = row.count;
  return counts;
}

/** Whether work on this subject is queued, given up on, or done. */
export function stateOfWork(db: ReadableDb, kind: OutboxKind, subject: string): 'queued' | 'failed' | 'done' {
  const row = db.first<{ state: string }>(
    'SELECT state FROM outbox WHERE subject = ? AND kind = ?',
    subject,
    kind,
  );
  if (!row) return 'done';
  return row.state === 'failed' ? 'failed' : 'queued';
}

/** When the next item falls due, if any waits. */
export function nextDueAt(db: ReadableDb): Instant | undefined {
  const row = db.first<{ due: string | null }>(
    `SELECT min(due_at) AS due FROM outbox WHERE state = 'waiting'`,
  );
  return (row?.due ?? undefined) as Instant | undefined;
}
