import type { DatabaseRoles } from '../database-roles.ts';
import { centreTable, type Migration } from './migration.ts';

export const syncTables: Migration = {
  id: 3,
  name: 'sync',
  sql: (roles) => `
    ${receivedEvents(roles)}
    -- Where each chain ends here: whoever pushes holds its row until COMMIT.
    ${centreTable(
      'chain_end',
      `station_id text NOT NULL,
      epoch int NOT NULL,
      last_seq int NOT NULL,
      -- NULL behind an event that is kept apart: what it hashed to is not believed.
      last_hash bytea,
      events int NOT NULL,
      PRIMARY KEY (centre_id, station_id, epoch)`,
      'SELECT, INSERT, UPDATE',
      roles,
    )}
    -- Kept apart: places of a chain whose event cannot be taken. A good event may fill the place later.
    ${centreTable(
      'quarantined_event',
      `station_id text NOT NULL,
      epoch int NOT NULL,
      seq int NOT NULL,
      reason text NOT NULL,
      claimed_hash bytea,
      text text NOT NULL,
      received_at timestamptz NOT NULL,
      PRIMARY KEY (centre_id, station_id, epoch, seq)`,
      'SELECT, INSERT, DELETE',
      roles,
    )}
    -- Committed, but in no feed yet.
    ${centreTable(
      'unfed_event',
      `station_id text NOT NULL,
      epoch int NOT NULL,
      seq int NOT NULL,
      received_at timestamptz NOT NULL,
      PRIMARY KEY (centre_id, station_id, epoch, seq)`,
      'SELECT, INSERT, DELETE',
      roles,
    )}
    -- What headquarters itself records; the feed writer gives it its place in a chain.
    ${centreTable(
      'own_draft',
      `event_id text NOT NULL,
      stream text NOT NULL,
      type text NOT NULL,
      version int NOT NULL,
      occurred_at text NOT NULL,
      actor text NOT NULL,
      data text NOT NULL,
      PRIMARY KEY (centre_id, event_id)`,
      'SELECT, INSERT, DELETE',
      roles,
    )}
    ${centreTable(
      'feed_entry',
      `position bigint NOT NULL,
      station_id text NOT NULL,
      epoch int NOT NULL,
      seq int NOT NULL,
      event_hash bytea NOT NULL,
      feed_hash bytea NOT NULL,
      PRIMARY KEY (centre_id, position),
      UNIQUE (centre_id, station_id, epoch, seq)`,
      'SELECT, INSERT',
      roles,
    )}
    ${personKeys(roles)}
    ${centreTable(
      'erasure',
      `stream text NOT NULL,
      destroyed_at timestamptz NOT NULL,
      PRIMARY KEY (centre_id, stream)`,
      'SELECT, INSERT',
      roles,
    )}
    ${centreTable(
      'erasure_at_station',
      `stream text NOT NULL,
      station_id text NOT NULL,
      destroyed_at timestamptz NOT NULL,
      PRIMARY KEY (centre_id, stream, station_id)`,
      'SELECT, INSERT',
      roles,
    )}
  `,
};

function receivedEvents(roles: DatabaseRoles): string {
  return `
    ${centreTable(
      'received_event',
      `station_id text NOT NULL,
      epoch int NOT NULL,
      seq int NOT NULL,
      event_id text NOT NULL,
      type text NOT NULL,
      version int NOT NULL,
      stream text NOT NULL,
      hlc text NOT NULL,
      -- Texts, not times: the hash runs over them as they were written.
      occurred_at text NOT NULL,
      recorded_at text NOT NULL,
      actor text NOT NULL,
      data text NOT NULL,
      prev_hash bytea NOT NULL,
      hash bytea NOT NULL,
      received_at timestamptz NOT NULL,
      PRIMARY KEY (centre_id, station_id, epoch, seq),
      UNIQUE (centre_id, event_id)`,
      'SELECT, INSERT',
      roles,
    )}
    CREATE INDEX received_event_of_stream ON received_event (centre_id, stream, hlc);
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'events are never changed'; END $$;
    CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE ON received_event
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER feed_stays BEFORE TRUNCATE ON received_event
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `;
}

/** One row is the present key and, once destroyed, its tombstone: no late push makes a second one. */
function personKeys({ keys }: DatabaseRoles): string {
  return `
    CREATE TABLE keys.person_key (
      centre_id text NOT NULL,
      stream text NOT NULL,
      box bytea,
      destroyed_at timestamptz,
      PRIMARY KEY (centre_id, stream),
      CHECK ((box IS NULL) = (destroyed_at IS NOT NULL))
    );
    ALTER TABLE keys.person_key ENABLE ROW LEVEL SECURITY;
    ALTER TABLE keys.person_key FORCE ROW LEVEL SECURITY;
    CREATE POLICY of_centre ON keys.person_key
      USING (centre_id = current_setting('headquarters.centre', true))
      WITH CHECK (centre_id = current_setting('headquarters.centre', true));
    GRANT SELECT, INSERT, UPDATE ON keys.person_key TO ${keys};
  `;
}
