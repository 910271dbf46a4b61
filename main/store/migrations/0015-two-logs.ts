import type { Migration } from './migration.ts';

/**
 * What a log needs that takes events of others: whose they are, which keys are destroyed for good and not merely
 * absent, how far their clocks are, and what could not be taken. A number of a list may name two people from now on.
 */
export const twoLogs: Migration = {
  id: 15,
  name: 'two-logs',
  sql: `
    DROP INDEX person_by_external_id;
    CREATE INDEX person_by_external_id ON person (external_id) WHERE external_id IS NOT NULL;
    DROP INDEX appointment_by_external_id;
    CREATE INDEX appointment_by_external_id ON appointment (external_id) WHERE external_id IS NOT NULL;

    CREATE TABLE known_station (
      station TEXT PRIMARY KEY,
      centre TEXT NOT NULL,
      signing_key BLOB
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE destroyed_key (stream TEXT PRIMARY KEY, destroyed_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO destroyed_key SELECT stream, max(recorded_at) FROM event
      WHERE type IN ('PersonErased', 'RegistrationWithdrawn')
        AND stream NOT IN (SELECT person_id FROM person_key) GROUP BY stream;

    CREATE TABLE seen_clock (id INTEGER PRIMARY KEY CHECK (id = 1), hlc TEXT NOT NULL) STRICT;

    ALTER TABLE dose ADD COLUMN overrides TEXT NOT NULL DEFAULT '[]';

    CREATE TABLE quarantined_event (
      id INTEGER PRIMARY KEY,
      digest TEXT NOT NULL UNIQUE,
      reason TEXT NOT NULL,
      text TEXT NOT NULL,
      received_at TEXT NOT NULL
    ) STRICT;
  `,
};
