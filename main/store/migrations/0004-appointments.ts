import type { Migration } from './migration.ts';

export const appointmentsTables: Migration = {
  id: 4,
  name: 'appointments',
  sql: `
    ALTER TABLE appointment ADD COLUMN lane TEXT;
    CREATE INDEX appointment_of_place ON appointment (day, lane, starts_at, status);

    ALTER TABLE visit ADD COLUMN stage TEXT NOT NULL DEFAULT 'reception';
    ALTER TABLE visit ADD COLUMN stage_since TEXT NOT NULL DEFAULT '';
    ALTER TABLE visit ADD COLUMN vaccination_at TEXT;
    ALTER TABLE visit ADD COLUMN observation_at TEXT;
    ALTER TABLE visit ADD COLUMN checked_out_at TEXT;
    UPDATE visit SET observation_at = (SELECT max(given_at) FROM dose
      WHERE dose.person_id = visit.person_id AND dose.given_on = visit.day AND dose.voided_at IS NULL);
    UPDATE visit SET stage = iif(observation_at IS NULL, 'reception', 'observation'),
      stage_since = coalesce(observation_at, checked_in_at);
    CREATE INDEX visit_of_appointment ON visit (appointment_id) WHERE appointment_id IS NOT NULL;
    CREATE INDEX visit_by_stage ON visit (day, stage, stage_since);
    CREATE INDEX visit_by_observation ON visit (day, observation_at) WHERE observation_at IS NOT NULL;

    CREATE TABLE lane_day (
      lane_day_id TEXT PRIMARY KEY,
      day TEXT NOT NULL,
      lane TEXT NOT NULL,
      product_id TEXT NOT NULL,
      hours TEXT NOT NULL,
      slot_minutes INTEGER NOT NULL,
      capacity INTEGER NOT NULL,
      template_id TEXT NOT NULL,
      closed_at TEXT,
      close_reason TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lane_of_day ON lane_day (day, lane);

    CREATE TABLE slot_template (
      template_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      content TEXT NOT NULL,
      removed_at TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE holiday (
      day TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      lifted_at TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE standby (
      standby_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      product_id TEXT NOT NULL,
      planned_dose INTEGER NOT NULL,
      from_day TEXT NOT NULL,
      to_day TEXT NOT NULL,
      lane TEXT,
      reach TEXT NOT NULL,
      joined_at TEXT NOT NULL,
      status TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX standby_waiting ON standby (status, joined_at);
    CREATE INDEX standby_of_person ON standby (person_id);

    CREATE TABLE standby_offer (
      offer_id TEXT PRIMARY KEY,
      standby_id TEXT NOT NULL,
      person_id TEXT NOT NULL,
      day TEXT NOT NULL,
      lane TEXT,
      starts_at TEXT NOT NULL,
      duration_minutes INTEGER NOT NULL,
      occasion TEXT NOT NULL,
      offered_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      status TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX offer_of_standby ON standby_offer (standby_id);
    CREATE INDEX offer_of_day ON standby_offer (status, day);
  `,
};
