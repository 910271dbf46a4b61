import { type ColumnType, type RawBuilder, sql } from 'kysely';
import type { ClockBase } from '../../domain/kernel/clock-fits.ts';

/** What is known of the time now. */
export interface Present extends ClockBase {
  /** Whether the clock has not jumped. */
  readonly isTrusted: boolean;
}

/** What a clock that is set right now and then may be off by. */
const TOLERANCE_MINUTES = 5;

/**
 * Whether a row that lasts so many minutes is not over: measured by the time since the computer started, which nobody
 * sets, and over another start or at another computer by the clock, as long as that is to be trusted. The row has
 * `expires_at`, `began_run` and `began_ms`.
 */
export function isLasting(present: Present, minutes: number): RawBuilder<boolean> {
  const { at, uptime, isTrusted } = present;
  const byClock = !uptime || isTrusted;
  const latest = `${minutes + TOLERANCE_MINUTES} minutes`;
  return sql<boolean>`CASE
    WHEN began_run = ${uptime?.run ?? null}::text
    THEN ${uptime?.ms ?? 0}::float8 >= began_ms AND ${uptime?.ms ?? 0}::float8 < began_ms + ${minutes * 60_000}::float8
    ELSE ${byClock}::boolean AND expires_at > ${at}::timestamptz
      AND expires_at <= ${at}::timestamptz + ${latest}::interval
    END`;
}

/** What the computer's own time said when a row of such a span began. */
export interface Measured {
  began_run: ColumnType<string | null, string | undefined, never>;
  began_ms: ColumnType<number | null, number | undefined, never>;
}

/** How such a row says when it began. */
export function beginsNow({ uptime }: ClockBase): { began_run?: string; began_ms?: number } {
  return uptime ? { began_run: uptime.run, began_ms: uptime.ms } : {};
}
