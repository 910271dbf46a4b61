import type { Migration } from './migration.ts';

export const first: Migration = {
  id: 1,
  name: 'first',
  sql: `
    CREATE TABLE event (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      version INTEGER NOT NULL,
      stream TEXT NOT NULL,
      station TEXT NOT NULL,
      epoch INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      hlc TEXT NOT NULL,
      occurred_at TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      actor TEXT NOT NULL,
      data TEXT NOT NULL,
      prev_hash BLOB NOT NULL,
      hash BLOB NOT NULL,
      UNIQUE (station, epoch, seq)
    ) STRICT;
    CREATE INDEX event_of_stream ON event (stream, position);
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;

    CREATE TABLE chain_head (
      station TEXT NOT NULL,
      epoch INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      hash BLOB NOT NULL,
      signed_at TEXT NOT NULL,
      signature BLOB NOT NULL,
      PRIMARY KEY (station, epoch, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER chain_head_is_never_changed BEFORE UPDATE ON chain_head
      BEGIN SELECT RAISE(ABORT, 'signed heads are append-only'); END;
    CREATE TRIGGER chain_head_is_never_deleted BEFORE DELETE ON chain_head
      BEGIN SELECT RAISE(ABORT, 'signed heads are append-only'); END;

    CREATE TABLE person_key (
      person_id TEXT PRIMARY KEY,
      key BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE request (
      request_id TEXT PRIMARY KEY,
      channel TEXT NOT NULL,
      value TEXT NOT NULL,
      recorded_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      payload TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'failed')),
      attempts INTEGER NOT NULL DEFAULT 0,
      due_at TEXT NOT NULL,
      fault TEXT
    ) STRICT;
    CREATE INDEX outbox_due ON outbox (state, due_at, id);
    CREATE INDEX outbox_of_subject ON outbox (subject, kind);

    CREATE TABLE pass_file (
      pass_id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      signed_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE scan (
      id INTEGER PRIMARY KEY,
      scanned_at TEXT NOT NULL,
      via TEXT NOT NULL,
      reason TEXT NOT NULL,
      person_id TEXT
    ) STRICT;
    CREATE INDEX scan_of_person ON scan (person_id, scanned_at);

    CREATE TABLE person (
      person_id TEXT PRIMARY KEY,
      status TEXT NOT NULL,
      given_name TEXT NOT NULL,
      family_name TEXT NOT NULL,
      birth_date TEXT NOT NULL,
      details TEXT NOT NULL,
      search_key TEXT NOT NULL,
      external_id TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX person_by_search_key ON person (search_key);
    CREATE INDEX person_by_birth_date ON person (birth_date);
    CREATE UNIQUE INDEX person_by_external_id ON person (external_id) WHERE external_id IS NOT NULL;

    CREATE TABLE appointment (
      appointment_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      product_id TEXT NOT NULL,
      planned_dose INTEGER NOT NULL,
      starts_at TEXT NOT NULL,
      day TEXT NOT NULL,
      duration_minutes INTEGER NOT NULL,
      status TEXT NOT NULL,
      external_id TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX appointment_of_person ON appointment (person_id, starts_at);
    CREATE INDEX appointment_of_day ON appointment (day, starts_at);
    CREATE UNIQUE INDEX appointment_by_external_id ON appointment (external_id) WHERE external_id IS NOT NULL;

    CREATE TABLE visit (
      visit_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      appointment_id TEXT,
      day TEXT NOT NULL,
      checked_in_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX visit_of_person ON visit (person_id, day);

    CREATE TABLE dose (
      dose_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      appointment_id TEXT,
      product_id TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      lot TEXT NOT NULL,
      site TEXT NOT NULL,
      given_on TEXT NOT NULL,
      given_at TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      vaccinator TEXT NOT NULL,
      voided_at TEXT,
      void_reason TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dose_of_person ON dose (person_id, given_at);

    CREATE TABLE pass (
      pass_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      key_id INTEGER NOT NULL,
      template_id TEXT NOT NULL,
      template_version INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      dose_count INTEGER NOT NULL,
      last_dose_on TEXT,
      announced TEXT,
      updated_at TEXT NOT NULL,
      status TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX pass_of_person ON pass (person_id);
  `,
};
