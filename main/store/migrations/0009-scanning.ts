import type { Migration } from './migration.ts';

export const scanningTables: Migration = {
  id: 9,
  name: 'scanning',
  sql: `
    ALTER TABLE scan ADD COLUMN refusal TEXT;
    ALTER TABLE scan ADD COLUMN length INTEGER;
    ALTER TABLE scan ADD COLUMN symbology TEXT;
    ALTER TABLE scan ADD COLUMN scanner TEXT;
    CREATE INDEX scan_refused ON scan (id) WHERE refusal IS NOT NULL;

    CREATE TABLE trust_list (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      text TEXT NOT NULL,
      imported_at TEXT NOT NULL,
      imported_by TEXT NOT NULL
    ) STRICT;
  `,
};
