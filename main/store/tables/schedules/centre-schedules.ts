import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { ReadableDb } from '../../database.ts';

export interface CentreScheduleRow {
  readonly group_name: string;
  readonly book: string;
  readonly version: string;
  readonly confirmed_at: Instant;
}

/** What the centre confirmed for each vaccination, by its group. */
export function confirmedSchedules(db: ReadableDb): ReadonlyMap<string, CentreScheduleRow> {
  const rows = db.all<CentreScheduleRow>(
    'SELECT group_name, book, version, confirmed_at FROM centre_schedule',
  );
  return new Map(rows.map((row) => [row.group_name, row]));
}
