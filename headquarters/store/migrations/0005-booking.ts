import { centreTable, type Migration } from './migration.ts';

export const bookingTables: Migration = {
  id: 5,
  name: 'booking',
  sql: (roles) => `
    -- Places that citizens book: the online share. The desk's own slots are not touched by it.
    ${centreTable(
      'online_slot',
      `slot_id text NOT NULL,
      starts_at timestamptz NOT NULL,
      day date NOT NULL,
      duration_minutes int NOT NULL,
      capacity int NOT NULL,
      taken int NOT NULL DEFAULT 0,
      PRIMARY KEY (centre_id, slot_id),
      UNIQUE (centre_id, starts_at),
      CHECK (taken BETWEEN 0 AND capacity)`,
      'SELECT, INSERT, UPDATE',
      roles,
    )}
    -- Which place a date holds.
    ${centreTable(
      'booking',
      `appointment_id text NOT NULL,
      person_id text NOT NULL,
      slot_id text NOT NULL,
      is_cancelled boolean NOT NULL DEFAULT false,
      PRIMARY KEY (centre_id, appointment_id),
      FOREIGN KEY (centre_id, slot_id) REFERENCES online_slot`,
      'SELECT, INSERT, UPDATE',
      roles,
    )}
    CREATE INDEX booking_of_person ON booking (centre_id, person_id);
    -- Work that a committed fact causes outside: sent when it is due, again after it failed, once when it went well.
    ${centreTable(
      'delivery',
      `delivery_id text NOT NULL,
      kind text NOT NULL,
      person_id text,
      payload jsonb NOT NULL,
      due_at timestamptz NOT NULL,
      attempts int NOT NULL DEFAULT 0,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
      last_fault text,
      PRIMARY KEY (centre_id, delivery_id)`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
    CREATE INDEX delivery_due ON delivery (centre_id, due_at) WHERE state = 'waiting';
  `,
};
