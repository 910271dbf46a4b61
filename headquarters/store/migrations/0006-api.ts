import { centreTable, type Migration } from './migration.ts';

export const apiTables: Migration = {
  id: 6,
  name: 'api',
  sql: (roles) => `
    -- Requests that came with an Idempotency-Key: what one of them answered is answered to its repetition.
    ${centreTable(
      'api_request',
      `client_id text NOT NULL,
      request_key text NOT NULL,
      fingerprint text NOT NULL,
      received_at timestamptz NOT NULL,
      answer_box bytea,
      PRIMARY KEY (centre_id, client_id, request_key)`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
    CREATE INDEX api_request_age ON api_request (centre_id, received_at);
  `,
};
