import type { Migration } from './migration.ts';

export const peopleTables: Migration = {
  id: 3,
  name: 'people',
  sql: `
    ALTER TABLE person ADD COLUMN given_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE person ADD COLUMN second_family_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE person ADD COLUMN second_given_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE person ADD COLUMN sound_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE person ADD COLUMN phone_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE person ADD COLUMN email_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE person ADD COLUMN insurance_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE person ADD COLUMN restriction TEXT;
    ALTER TABLE person ADD COLUMN restricted_at TEXT;
    ALTER TABLE person ADD COLUMN erase_from TEXT;
    CREATE INDEX person_by_given_key ON person (given_key) WHERE given_key <> '';
    CREATE INDEX person_by_second_family_key ON person (second_family_key) WHERE second_family_key <> '';
    CREATE INDEX person_by_second_given_key ON person (second_given_key) WHERE second_given_key <> '';
    CREATE INDEX person_by_sound_key ON person (sound_key) WHERE sound_key <> '';
    CREATE INDEX person_by_phone_key ON person (phone_key) WHERE phone_key <> '';
    CREATE INDEX person_by_email_key ON person (email_key) WHERE email_key <> '';
    CREATE INDEX person_by_insurance_key ON person (insurance_key) WHERE insurance_key <> '';
    CREATE INDEX person_to_erase ON person (erase_from) WHERE erase_from IS NOT NULL;

    CREATE TABLE person_link (
      person_id TEXT NOT NULL,
      other_id TEXT NOT NULL,
      linked_at TEXT NOT NULL,
      PRIMARY KEY (person_id, other_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX person_link_of_other ON person_link (other_id);

    CREATE TABLE consent (
      person_id TEXT NOT NULL,
      channel TEXT NOT NULL,
      is_given INTEGER NOT NULL,
      recorded_at TEXT NOT NULL,
      actor TEXT NOT NULL,
      PRIMARY KEY (person_id, channel)
    ) STRICT, WITHOUT ROWID;
  `,
};
