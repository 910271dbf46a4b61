import type { Migration } from './migration.ts';

export const datesWithoutAPlace: Migration = {
  id: 20,
  name: 'dates-without-a-place',
  sql: () => `
    -- A date that a desk moved holds no online place and is still moved and cancelled by its holder. Whether a date is
    -- cancelled is said by its events alone.
    ALTER TABLE booking ALTER COLUMN slot_id DROP NOT NULL;
    ALTER TABLE booking NO FORCE ROW LEVEL SECURITY;
    UPDATE booking SET slot_id = NULL WHERE is_cancelled;
    ALTER TABLE booking FORCE ROW LEVEL SECURITY;
    ALTER TABLE booking DROP COLUMN is_cancelled;
  `,
};
