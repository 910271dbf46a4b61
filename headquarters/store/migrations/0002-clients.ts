import { centreTable, type Migration } from './migration.ts';

export const clientTables: Migration = {
  id: 2,
  name: 'clients',
  sql: (roles) => `
    ${centreTable(
      'enrolment_code',
      `code_token text NOT NULL,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      PRIMARY KEY (centre_id, code_token)`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
    ${centreTable(
      'station',
      `station_id text NOT NULL,
      name text NOT NULL,
      standing text NOT NULL CHECK (standing IN ('waiting', 'active', 'frozen', 'revoked')),
      signing_key bytea NOT NULL,
      exchange_key bytea NOT NULL,
      version text NOT NULL,
      enrolled_at timestamptz NOT NULL,
      confirmed_at timestamptz,
      revoked_at timestamptz,
      last_seen_at timestamptz,
      last_push_at timestamptz,
      PRIMARY KEY (centre_id, station_id)`,
      'SELECT, INSERT, UPDATE',
      roles,
    )}
    ${centreTable(
      'api_client',
      `client_id text NOT NULL,
      name text NOT NULL,
      secret_box bytea,
      jwks jsonb,
      scopes text NOT NULL,
      created_at timestamptz NOT NULL,
      revoked_at timestamptz,
      PRIMARY KEY (centre_id, client_id),
      CHECK ((secret_box IS NULL) <> (jwks IS NULL))`,
      'SELECT, INSERT, UPDATE',
      roles,
    )}
    -- What the token server remembers for some minutes: assertions that were used.
    CREATE TABLE token_entry (
      kind text NOT NULL,
      entry_id text NOT NULL,
      payload jsonb NOT NULL,
      expires_at timestamptz NOT NULL,
      PRIMARY KEY (kind, entry_id)
    );
    CREATE INDEX token_entry_ends ON token_entry (expires_at);
    GRANT SELECT, INSERT, UPDATE, DELETE ON token_entry TO ${roles.app};
  `,
};
