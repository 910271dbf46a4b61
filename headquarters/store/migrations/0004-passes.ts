import { centreTable, type Migration } from './migration.ts';

export const passTables: Migration = {
  id: 4,
  name: 'passes',
  sql: (roles) => `
    -- Which passes there are and how often they changed; what they say is made from the events each time.
    ${centreTable(
      'pass',
      `pass_id text NOT NULL,
      person_id text NOT NULL,
      key_id int NOT NULL,
      template_id text NOT NULL,
      template_version int NOT NULL,
      revision int NOT NULL,
      is_voided boolean NOT NULL,
      announced text,
      message jsonb,
      change int NOT NULL,
      -- Whole seconds, and later than the change before: phones ask by HTTP dates.
      changed_at timestamptz NOT NULL,
      PRIMARY KEY (centre_id, pass_id)`,
      'SELECT, INSERT, UPDATE',
      roles,
    )}
    CREATE INDEX pass_of_person ON pass (centre_id, person_id);
    CREATE INDEX pass_changes ON pass (centre_id, change);
    -- Counts changes of passes; whoever changes one holds the row until COMMIT, so that none is skipped.
    ${centreTable('pass_counter', 'last int NOT NULL, PRIMARY KEY (centre_id)', 'SELECT, INSERT, UPDATE', roles)}
    ${centreTable(
      'wallet_device',
      `device_id text NOT NULL,
      push_token text NOT NULL,
      gone_at timestamptz,
      PRIMARY KEY (centre_id, device_id)`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
    ${centreTable(
      'wallet_registration',
      `device_id text NOT NULL,
      pass_id text NOT NULL,
      registered_at timestamptz NOT NULL,
      -- How far the device is: the change it was told of, listed and fetched.
      sent_change int NOT NULL DEFAULT 0,
      listed_change int NOT NULL DEFAULT 0,
      fetched_change int NOT NULL DEFAULT 0,
      PRIMARY KEY (centre_id, device_id, pass_id),
      FOREIGN KEY (centre_id, device_id) REFERENCES wallet_device ON DELETE CASCADE`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
    -- How far the feed was followed for passes.
    ${centreTable('pass_cursor', 'position bigint NOT NULL, PRIMARY KEY (centre_id)', 'SELECT, INSERT, UPDATE', roles)}
  `,
};
