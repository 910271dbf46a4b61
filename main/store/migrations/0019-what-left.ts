import type { Migration } from './migration.ts';

/** What left the station as a file, and where data goes: what the site lead reads beside the opened records. */
export const whatLeft: Migration = {
  id: 19,
  name: 'what-left',
  sql: `
    CREATE TABLE disclosure (
      disclosure_id TEXT PRIMARY KEY,
      actor TEXT NOT NULL,
      kind TEXT NOT NULL,
      people INTEGER NOT NULL,
      disclosed_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX disclosure_by_time ON disclosure (disclosed_at);

    CREATE TABLE destination_change (
      change_id TEXT PRIMARY KEY,
      actor TEXT NOT NULL,
      destination TEXT NOT NULL,
      changed TEXT NOT NULL,
      address TEXT,
      public_url TEXT,
      proxy TEXT,
      changed_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX destination_change_by_time ON destination_change (changed_at);
  `,
};
