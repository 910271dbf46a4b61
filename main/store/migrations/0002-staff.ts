import type { Migration } from './migration.ts';

export const staffTables: Migration = {
  id: 2,
  name: 'staff',
  sql: `
    CREATE TABLE staff (
      staff_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      roles TEXT NOT NULL,
      status TEXT NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE staff_pin (
      staff_id TEXT PRIMARY KEY,
      cost TEXT NOT NULL,
      salt BLOB NOT NULL,
      verifier BLOB NOT NULL,
      is_one_time INTEGER NOT NULL,
      wrong_tries INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE record_view (
      view_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      why TEXT NOT NULL,
      viewed_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX record_view_by_time ON record_view (viewed_at);
    CREATE INDEX record_view_of_person ON record_view (person_id, viewed_at);
    CREATE INDEX record_view_of_staff ON record_view (staff_id, viewed_at);
  `,
};
