import type { Migration } from './migration.ts';

export const handoverTables: Migration = {
  id: 8,
  name: 'handover',
  // The outbox is made anew for AUTOINCREMENT: an id that is used again would let work that ends late take
  // newer work with it.
  sql: `
    CREATE TABLE outbox_of_lanes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      lane TEXT NOT NULL,
      priority INTEGER NOT NULL,
      subject TEXT NOT NULL,
      payload TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'failed', 'by-phone')),
      attempts INTEGER NOT NULL DEFAULT 0,
      queued_at TEXT NOT NULL,
      due_at TEXT NOT NULL,
      fault TEXT
    ) STRICT;
    INSERT INTO outbox_of_lanes (kind, lane, priority, subject, payload, state, attempts, queued_at, due_at, fault)
      SELECT kind, 'signing', 0, subject, payload, state, attempts, due_at, due_at, fault FROM outbox ORDER BY id;
    DROP TABLE outbox;
    ALTER TABLE outbox_of_lanes RENAME TO outbox;
    CREATE INDEX outbox_due ON outbox (state, lane, priority, due_at, id);
    CREATE INDEX outbox_of_subject ON outbox (subject, kind);

    CREATE TABLE delivery (
      delivery_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      what TEXT NOT NULL,
      way TEXT NOT NULL,
      appointment_id TEXT,
      delivered_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX delivery_by_time ON delivery (delivered_at);
    CREATE INDEX delivery_of_person ON delivery (person_id, delivered_at);

    CREATE TABLE hand_over_link (
      token_hash BLOB PRIMARY KEY,
      person_id TEXT NOT NULL,
      created_at TEXT NOT NULL,
      created_by TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      revoked_at TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX hand_over_link_of_person ON hand_over_link (person_id, created_at);
  `,
};
