import { centreTable, type Migration } from './migration.ts';

export const messageTables: Migration = {
  id: 11,
  name: 'messages',
  sql: (roles) => `
    -- What an operator wrote to the passes of a centre, and how far it got: passes go in the order of their ids.
    ${centreTable(
      'centre_message',
      `message_id text NOT NULL,
      words jsonb NOT NULL,
      from_day date,
      to_day date,
      actor text NOT NULL,
      created_at timestamptz NOT NULL,
      reached_pass text NOT NULL DEFAULT '',
      written int NOT NULL DEFAULT 0,
      done_at timestamptz,
      PRIMARY KEY (centre_id, message_id),
      CHECK ((from_day IS NULL) = (to_day IS NULL))`,
      'SELECT, INSERT, UPDATE',
      roles,
    )}
    CREATE INDEX centre_message_open ON centre_message (centre_id, created_at) WHERE done_at IS NULL;
  `,
};
