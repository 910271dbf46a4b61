import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';

/** More than the longest wait between two tries. */
export const longestWaitHours = 29;

/** Whether the time of a row has come: what is due later than any wait was written by a clock that was ahead. */
export function isDue(now: Instant): RawBuilder<boolean> {
  return sql<boolean>`(due_at <= ${now}::timestamptz OR ${isTooFar(now)})`;
}

export function isTooFar(now: Instant): RawBuilder<boolean> {
  return sql<boolean>`(due_at > ${now}::timestamptz + ${`${longestWaitHours} hours`}::interval)`;
}
