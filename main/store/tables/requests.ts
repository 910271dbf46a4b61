import type { Instant } from '../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { AskingRefused, presentAsking } from './asking.ts';

/**
 * What a request answered when it was done first: asked again, it has that one effect and this answer.
 * @throws AskingRefused `request-id-used` when the id belongs to another question, or to somebody else's.
 */
export function answeredValue(
  db: ReadableDb,
  requestId: string,
  channel: string,
): { value: unknown } | undefined {
  const row = db.first<{ value: string; channel: string; question: string | null }>(
    'SELECT value, channel, question FROM request WHERE request_id = ?',
    requestId,
  );
  if (!row) return undefined;
  const question = presentAsking()?.question;
  const isAnother = row.question !== null && question !== undefined && row.question !== question;
  if (row.channel !== channel || isAnother) throw new AskingRefused('request-id-used');
  return { value: JSON.parse(row.value) };
}

export function keepAnswer(
  db: WritableDb,
  answer: { requestId: string; channel: string; value: unknown; at: Instant },
): void {
  db.run(
    'INSERT INTO request (request_id, channel, value, recorded_at, question) VALUES (?, ?, ?, ?, ?)',
    answer.requestId,
    answer.channel,
    JSON.stringify(answer.value),
    answer.at,
    presentAsking()?.question ?? null,
  );
}

/**
 * Whether something was answered under that id, by the question that is asked now.
 * @throws AskingRefused `request-id-used` when it was another question, or somebody else's.
 */
export function isAnswered(db: ReadableDb, requestId: string): boolean {
  const row = db.first<{ question: string | null }>(
    'SELECT question FROM request WHERE request_id = ?',
    requestId,
  );
  const question = presentAsking()?.question;
  if (row && row.question !== null && question !== undefined && row.question !== question)
    throw new AskingRefused('request-id-used');
  return row !== undefined;
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
