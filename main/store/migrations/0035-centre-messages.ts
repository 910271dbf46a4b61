import type { Migration } from './migration.ts';

/** What a site lead wrote to all who have a date on some days, and what became of it at headquarters. */
export const centreMessageTable: Migration = {
  id: 35,
  name: 'centre-messages',
  sql: `
    CREATE TABLE centre_message (
      message_id TEXT PRIMARY KEY,
      words TEXT NOT NULL,
      from_day TEXT NOT NULL,
      to_day TEXT,
      ordered_at TEXT NOT NULL,
      ordered_by TEXT NOT NULL,
      station_id TEXT NOT NULL,
      epoch INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      outcome TEXT,
      passes INTEGER,
      mails INTEGER
    ) STRICT, WITHOUT ROWID;
  `,
};
