import type { Instant } from '../../../domain/kernel/instant.ts';
import type { OutboxDraft, OutboxPayload, OutboxPriority } from '../../../domain/outbox/outbox-draft.ts';
import type { Lane, OutboxKind } from '../../../domain/outbox/outbox-kinds.ts';
import { outboxKinds } from '../../../domain/outbox/outbox-kinds.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

export type { OutboxDraft } from '../../../domain/outbox/outbox-draft.ts';
export interface OutboxItem {
  readonly id: number;
  readonly kind: OutboxKind;
  readonly subject: string;
  readonly payload: OutboxPayload;
  readonly attempts: number;
  readonly queuedAt: Instant;
  readonly priority: OutboxPriority;
}

const ranks: Readonly<Record<OutboxPriority, number>> = { normal: 0, bulk: 1 };

export function enqueue(db: WritableDb, now: Instant, drafts: readonly OutboxDraft[]): void {
  for (const { kind, subject, payload, priority = 'normal', dueAt = now } of drafts) {
    db.run('DELETE FROM outbox WHERE subject = ? AND kind = ?', subject, kind);
    db.run(
      `INSERT INTO outbox (kind, lane, priority, subject, payload, state, queued_at, due_at)
        VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?)`,
      kind,
      outboxKinds[kind].lane,
      ranks[priority],
      subject,
      JSON.stringify(payload ?? {}),
      now,
      dueAt,
    );
  }
}

/** What is due in a lane: the most urgent first, then the oldest. */
export function dueItems(db: ReadableDb, lane: Lane, now: Instant, most: number): OutboxItem[] {
  const due: OutboxItem[] = [];
  for (const [priority, rank] of Object.entries(ranks) as [OutboxPriority, number][]) {
    if (due.length === most) break;
    const rows = db.all<Omit<OutboxItem, 'payload' | 'priority'> & { payload: string }>(
      `SELECT id, kind, subject, payload, attempts, queued_at AS queuedAt FROM outbox
        WHERE state = 'waiting' AND lane = ? AND priority = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?`,
      lane,
      rank,
      now,
      most - due.length,
    );
    due.push(...rows.map((row) => ({ ...row, priority, payload: JSON.parse(row.payload) })));
  }
  return due;
}

export function finishItem(db: WritableDb, id: number): void {
  db.run('DELETE FROM outbox WHERE id = ?', id);
}

/** Tries again at `dueAt`. */
export function postponeItem(db: WritableDb, id: number, dueAt: Instant, fault: string): void {
  db.run('UPDATE outbox SET attempts = attempts + 1, due_at = ?, fault = ? WHERE id = ?', dueAt, fault, id);
}

/** Given up on, or left to somebody with a phone: stays listed with its fault until somebody acts. */
export function failItem(db: WritableDb, id: number, state: 'failed' | 'by-phone', fault: string): void {
  db.run('UPDATE outbox SET state = ?, attempts = attempts + 1, fault = ? WHERE id = ?', state, fault, id);
}

/** Makes all work of that kind due, whatever it waited for or failed of: the reason was mended. */
export function retryAll(db: WritableDb, kind: OutboxKind, now: Instant): number {
  return db.run(`UPDATE outbox SET state = 'waiting', attempts = 0, due_at = ? WHERE kind = ?`, now, kind)
    .changes;
}

/** Work that nobody wants any more. */
export function dropKind(db: WritableDb, kind: OutboxKind): void {
  db.run('DELETE FROM outbox WHERE kind = ?', kind);
}

/** Why the oldest piece of a lane is still there. */
export function faultOfLane(db: ReadableDb, lane: Lane): string | undefined {
  return db.first<{ fault: string }>(
    'SELECT fault FROM outbox WHERE lane = ? AND fault IS NOT NULL ORDER BY id LIMIT 1',
    lane,
  )?.fault;
}

export interface OutboxCounts {
  readonly waiting: number;
  readonly failed: number;
  readonly byPhone: number;
}

/** What stands in one lane, or in all. */
export function outboxCounts(db: ReadableDb, lane?: Lane): OutboxCounts {
  return lane === undefined ? countsWhere(db, 'true') : countsWhere(db, 'lane = ?', lane);
}

/** What stands of one kind: the cards of a lane without what else goes through it. */
export function countsOfKind(db: ReadableDb, kind: OutboxKind): OutboxCounts {
  return countsWhere(db, 'kind = ?', kind);
}

function countsWhere(db: ReadableDb, condition: string, ...values: string[]): OutboxCounts {
  const rows = db.all<{ state: string; count: number }>(
    `SELECT state, count(*) AS count FROM outbox WHERE ${condition} GROUP BY state`,
    ...values,
  );
  const counted = new Map(rows.map(({ state, count }) => [state, count]));
  const count = (state: string) => counted.get(state) ?? 0;
  return { waiting: count('waiting'), failed: count('failed'), byPhone: count('by-phone') };
}

/** How much bulk work of that kind waits. */
export function countBulk(db: ReadableDb, kind: OutboxKind): number {
  const row = db.first<{ count: number }>(
    `SELECT count(*) AS count FROM outbox WHERE state = 'waiting' AND lane = ? AND priority = ? AND kind = ?`,
    outboxKinds[kind].lane,
    ranks.bulk,
    kind,
  );
  return row?.count ?? 0;
}

/** Whether work on this subject is queued, given up on, or done. */
export function stateOfWork(db: ReadableDb, kind: OutboxKind, subject: string): 'queued' | 'failed' | 'done' {
  const row = db.first<{ state: string }>(
    'SELECT state FROM outbox WHERE subject = ? AND kind = ?',
    subject,
    kind,
  );
  if (!row) return 'done';
  return row.state === 'waiting' ? 'queued' : 'failed';
}

/** Takes back what waits for this subject: there is nothing to do it for any more. */
export function dropWork(db: WritableDb, subject: string): void {
  db.run('DELETE FROM outbox WHERE subject = ?', subject);
}

export interface OutboxRow {
  readonly id: number;
  readonly kind: OutboxKind;
  readonly subject: string;
  readonly payload: OutboxPayload;
  readonly state: 'waiting' | 'failed' | 'by-phone';
  readonly attempts: number;
  readonly queuedAt: Instant;
  readonly dueAt: Instant;
  readonly fault: string | null;
}

const rowColumns =
  'id, kind, subject, payload, state, attempts, queued_at AS queuedAt, due_at AS dueAt, fault FROM outbox';

/** Messages, what somebody has to look at first: calls, failures, what is tried again, then what waits its turn. */
export function messageRows(db: ReadableDb, most: number): OutboxRow[] {
  const messages: OutboxKind = 'send-message';
  return db
    .all<OutboxRow & { payload: string }>(
      `SELECT ${rowColumns} WHERE kind = ?
        ORDER BY state = 'waiting', state = 'failed', fault IS NULL, id LIMIT ?`,
      messages,
      most,
    )
    .map(rowOf);
}

/** What the mail server had against the last mail that still waits because of it; none where mails go out. */
export function faultOfMailServer(db: ReadableDb): string | undefined {
  return db.first<{ fault: string }>(
    "SELECT fault FROM outbox WHERE lane = 'mail' AND state = 'waiting' AND fault LIKE 'mail-%' ORDER BY id DESC LIMIT 1",
  )?.fault;
}

export function outboxRow(db: ReadableDb, id: number): OutboxRow | undefined {
  const row = db.first<OutboxRow & { payload: string }>(`SELECT ${rowColumns} WHERE id = ?`, id);
  return row && rowOf(row);
}

/** Makes it due at once: one piece, or everything that waits for a later try or failed. Answers how many. */
export function makeDue(db: WritableDb, now: Instant, id?: number): number {
  const { changes } =
    id === undefined
      ? db.run(
          "UPDATE outbox SET state = 'waiting', due_at = ? WHERE state <> 'by-phone' AND fault IS NOT NULL",
          now,
        )
      : db.run("UPDATE outbox SET state = 'waiting', due_at = ? WHERE id = ?", now, id);
  return changes;
}

/** What waits in a lane for a better moment is tried at once: something that it waited for has changed. */
export function wakeLane(db: WritableDb, lane: Lane, now: Instant): void {
  db.run(
    "UPDATE outbox SET due_at = ? WHERE lane = ? AND state = 'waiting' AND fault IS NOT NULL AND due_at > ?",
    now,
    lane,
    now,
  );
}

function rowOf(row: Omit<OutboxRow, 'payload'> & { readonly payload: string }): OutboxRow {
  return { ...row, payload: JSON.parse(row.payload) };
}
