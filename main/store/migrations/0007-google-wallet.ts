import type { Migration } from './migration.ts';

/** The certificates passes are signed with, and what Google Wallet was told. Private keys lie in `secret`. */
export const googleWalletTables: Migration = {
  id: 7,
  name: 'google-wallet',
  sql: `
    CREATE TABLE pass_certificate (
      fingerprint TEXT PRIMARY KEY,
      certificate_pem TEXT NOT NULL,
      wwdr_pem TEXT NOT NULL,
      pass_type_id TEXT NOT NULL,
      team_id TEXT NOT NULL,
      not_before TEXT NOT NULL,
      not_after TEXT NOT NULL,
      imported_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE certificate_request (
      request_id TEXT PRIMARY KEY,
      request_pem TEXT NOT NULL,
      organisation TEXT NOT NULL,
      email TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE google_class (
      class_id TEXT PRIMARY KEY,
      sent_hash TEXT NOT NULL,
      sent_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE google_object (
      pass_id TEXT PRIMARY KEY,
      object_id TEXT NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('neutral', 'private')),
      wanted_at TEXT NOT NULL,
      sent_revision INTEGER,
      sent_hash TEXT,
      sent_at TEXT
    ) STRICT;

    CREATE TABLE google_notice (
      pass_id TEXT NOT NULL,
      message_id TEXT NOT NULL,
      is_notifying INTEGER NOT NULL,
      sent_at TEXT NOT NULL,
      PRIMARY KEY (pass_id, message_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX google_notice_of_pass ON google_notice (pass_id, sent_at);
  `,
};
