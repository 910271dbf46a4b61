import type { Migration } from './migration.ts';

/** Which version of a schedule the centre confirmed for each vaccination, by whom and when. */
export const scheduleTables: Migration = {
  id: 27,
  name: 'schedules',
  sql: `
    CREATE TABLE centre_schedule (
      group_name TEXT PRIMARY KEY,
      book TEXT NOT NULL,
      version TEXT NOT NULL,
      confirmed_at TEXT NOT NULL,
      confirmed_by TEXT NOT NULL,
      approved_by TEXT
    ) STRICT, WITHOUT ROWID;
  `,
};
