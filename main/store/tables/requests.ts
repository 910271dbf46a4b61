import type { Instant } from '../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

/** What a request answered when it was done first: asked again, it has that one effect and this answer. */
export function answeredValue(
  db: ReadableDb,
  requestId: string,
  channel: string,
): { value: unknown } | undefined {
  const row = db.first<{ value: string }>(
    'SELECT value FROM request WHERE request_id = ? AND channel = ?',
    requestId,
    channel,
  );
  return row && { value: JSON.parse(row.value) };
}

export function keepAnswer(
  db: WritableDb,
  answer: { requestId: string; channel: string; value: unknown; at: Instant },
): void {
  db.run(
    'INSERT INTO request (request_id, channel, value, recorded_at) VALUES (?, ?, ?, ?)',
    answer.requestId,
    answer.channel,
    JSON.stringify(answer.value),
    answer.at,
  );
}

/** Where the first answer must not be given twice: a secret that is kept nowhere. */
export function replaceAnswer(
  db: WritableDb,
  answer: { requestId: string; channel: string; value: unknown },
): void {
  db.run(
    'UPDATE request SET value = ? WHERE request_id = ? AND channel = ?',
    JSON.stringify(answer.value),
    answer.requestId,
    answer.channel,
  );
}
