import type { Migration } from './migration.ts';

/** The staging area of imports (a list is held here, encrypted, until it is written), and what was imported when. */
export const importTables: Migration = {
  id: 5,
  name: 'import',
  sql: `
    CREATE TABLE import_job (
      import_id TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      file_name TEXT NOT NULL,
      format TEXT NOT NULL,
      actor TEXT NOT NULL,
      began_at TEXT NOT NULL,
      header TEXT NOT NULL,
      options TEXT NOT NULL,
      written_up_to INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE import_row (
      import_id TEXT NOT NULL,
      row INTEGER NOT NULL,
      verdict TEXT NOT NULL,
      person_id TEXT,
      data TEXT NOT NULL,
      PRIMARY KEY (import_id, row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX import_row_by_verdict ON import_row (import_id, verdict, row);

    CREATE TABLE import_run (
      import_id TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      format TEXT NOT NULL,
      actor TEXT NOT NULL,
      finished_at TEXT NOT NULL,
      counts TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX person_by_birth_date_and_name ON person (birth_date, search_key);
  `,
};
