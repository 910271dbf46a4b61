import { centreTable, type Migration } from './migration.ts';

export const centreTables: Migration = {
  id: 1,
  name: 'centres',
  sql: (roles) => `
    -- The directory of centres: names and addresses that anybody may read.
    CREATE TABLE centre (
      centre_id text PRIMARY KEY CHECK (centre_id ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
      name text NOT NULL,
      address text NOT NULL DEFAULT '',
      phone text NOT NULL DEFAULT '',
      email text NOT NULL DEFAULT '',
      time_zone text NOT NULL DEFAULT 'Europe/Berlin',
      created_at timestamptz NOT NULL
    );
    GRANT SELECT, INSERT, UPDATE ON centre TO ${roles.app};

    -- Secrets of the server itself, wrapped under its key.
    CREATE TABLE server_secret (
      name text PRIMARY KEY,
      box bytea NOT NULL
    );
    GRANT SELECT, INSERT ON server_secret TO ${roles.app};

    -- Who may look after headquarters. The password is kept as a salted scrypt hash.
    CREATE TABLE administrator (
      administrator_id text PRIMARY KEY,
      name text NOT NULL,
      name_key text NOT NULL UNIQUE,
      password_hash text NOT NULL,
      created_at timestamptz NOT NULL
    );
    CREATE TABLE administrator_session (
      token_hash text PRIMARY KEY,
      administrator_id text NOT NULL REFERENCES administrator,
      expires_at timestamptz NOT NULL
    );
    GRANT SELECT, INSERT, UPDATE, DELETE ON administrator, administrator_session TO ${roles.app};

    -- Keys of persons: a schema and a role of their own, wrapped under the key-encryption key.
    CREATE SCHEMA keys;
    GRANT USAGE ON SCHEMA keys TO ${roles.keys};

    CREATE SCHEMA jobs AUTHORIZATION ${roles.jobs};
    GRANT USAGE ON SCHEMA public TO ${roles.app};
    ${centreTable(
      'audit_entry',
      `entry_id text NOT NULL,
      at timestamptz NOT NULL,
      actor text NOT NULL,
      action text NOT NULL,
      subject text NOT NULL,
      PRIMARY KEY (centre_id, entry_id)`,
      'SELECT, INSERT',
      roles,
    )}
  `,
};
