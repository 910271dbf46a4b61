import { centreTable, type Migration } from './migration.ts';

export const webhookTables: Migration = {
  id: 7,
  name: 'webhooks',
  sql: (roles) => `
    -- Addresses of existing systems that hear of events.
    ${centreTable(
      'webhook_endpoint',
      `endpoint_id text NOT NULL,
      url text NOT NULL,
      types text NOT NULL,
      secret_box bytea NOT NULL,
      -- After the secret was changed the one before signs too for a while.
      old_secret_box bytea,
      old_secret_until timestamptz,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL,
      off_at timestamptz,
      off_reason text CHECK (off_reason IN ('gone', 'operator')),
      last_delivered_at timestamptz,
      last_failed_at timestamptz,
      last_fault text,
      PRIMARY KEY (centre_id, endpoint_id),
      CHECK ((off_at IS NULL) = (off_reason IS NULL)),
      CHECK ((old_secret_box IS NULL) = (old_secret_until IS NULL))`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
    -- What was said: written once, sent as it stands at every try.
    ${centreTable(
      'webhook_message',
      `message_id text NOT NULL,
      type text NOT NULL,
      body text NOT NULL,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (centre_id, message_id)`,
      'SELECT, INSERT, DELETE',
      roles,
    )}
    CREATE INDEX webhook_message_age ON webhook_message (centre_id, created_at);
    -- Which endpoint has it, or why not yet.
    ${centreTable(
      'webhook_delivery',
      `endpoint_id text NOT NULL,
      message_id text NOT NULL,
      due_at timestamptz NOT NULL,
      attempts int NOT NULL DEFAULT 0,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
      last_fault text,
      PRIMARY KEY (centre_id, endpoint_id, message_id),
      FOREIGN KEY (centre_id, endpoint_id) REFERENCES webhook_endpoint ON DELETE CASCADE,
      FOREIGN KEY (centre_id, message_id) REFERENCES webhook_message ON DELETE CASCADE`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
    CREATE INDEX webhook_delivery_due ON webhook_delivery (centre_id, endpoint_id, due_at) WHERE state = 'waiting';
    CREATE INDEX webhook_delivery_of_message ON webhook_delivery (centre_id, message_id);
  `,
};
