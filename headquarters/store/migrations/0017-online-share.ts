import { centreTable, type Migration } from './migration.ts';

export const onlineShare: Migration = {
  id: 17,
  name: 'online-share',
  sql: (roles) => `
    -- A place online may be one of a lane of the desk. Then places are all of the slot but those that are kept for
    -- people without a date, and none is given away that the desk has given. A share that became smaller may leave more
    -- taken than it has.
    ALTER TABLE online_slot
      ADD COLUMN lane text NOT NULL DEFAULT '',
      ADD COLUMN places int,
      DROP CONSTRAINT online_slot_check,
      ADD CHECK (taken >= 0 AND capacity >= 0),
      DROP CONSTRAINT online_slot_centre_id_starts_at_key,
      ADD UNIQUE (centre_id, starts_at, lane);
    -- What the centre's site lead said of it last.
    ${centreTable(
      'online_share',
      `online_percent int NOT NULL,
      walk_in_percent int NOT NULL,
      PRIMARY KEY (centre_id)`,
      'SELECT, INSERT, UPDATE',
      roles,
    )}
    -- Which places of lanes the desk has given, as far as headquarters heard.
    ${centreTable(
      'desk_date',
      `appointment_id text NOT NULL,
      person_id text NOT NULL,
      starts_at timestamptz NOT NULL,
      lane text NOT NULL,
      PRIMARY KEY (centre_id, appointment_id)`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
    CREATE INDEX desk_date_of_slot ON desk_date (centre_id, starts_at, lane);
    CREATE INDEX desk_date_of_person ON desk_date (centre_id, person_id);
    CREATE INDEX received_event_of_slots ON received_event (centre_id, type, hlc) WHERE type IN (
      'SlotsOpened', 'SlotsClosed', 'OnlineShareSet'
    );
  `,
};
