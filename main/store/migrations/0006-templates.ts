import type { Migration } from './migration.ts';

export const templatesTables: Migration = {
  id: 6,
  name: 'templates',
  sql: `
    CREATE TABLE pass_template (
      version INTEGER PRIMARY KEY,
      template TEXT NOT NULL,
      published_at TEXT NOT NULL,
      published_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE template_draft (
      draft_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      template TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      updated_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE template_image (digest TEXT PRIMARY KEY, bytes BLOB NOT NULL, added_at TEXT NOT NULL) STRICT;

    ALTER TABLE pass ADD COLUMN message TEXT;
    CREATE INDEX pass_by_template ON pass (status, template_version, pass_id);
  `,
};
