import type { Migration } from './migration.ts';

/** Reactions after a dose, and whether the health office knows of them. */
export const adverseEvents: Migration = {
  id: 22,
  name: 'adverse-events',
  sql: `
    CREATE TABLE adverse_event (
      adverse_event_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      dose_id TEXT NOT NULL,
      known_at TEXT NOT NULL,
      is_reportable INTEGER NOT NULL,
      recorded_by TEXT NOT NULL,
      kinds TEXT NOT NULL,
      began_at TEXT,
      course TEXT,
      description TEXT NOT NULL,
      measures TEXT NOT NULL,
      reported_at TEXT,
      report_way TEXT,
      office TEXT
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE dose ADD COLUMN has_reacted INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX adverse_event_of_person ON adverse_event (person_id);
    CREATE INDEX adverse_event_open ON adverse_event (known_at) WHERE is_reportable = 1 AND reported_at IS NULL;
  `,
};
