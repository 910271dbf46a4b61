import type { Migration } from './migration.ts';

export const leftStations: Migration = {
  id: 26,
  name: 'left-stations',
  sql: () => `
    -- A station that left by itself may come again with the key it had; one that was revoked is the operator's to judge.
    ALTER TABLE station DROP CONSTRAINT station_standing_check;
    ALTER TABLE station ADD CHECK (standing IN ('waiting', 'active', 'frozen', 'left', 'revoked'));
  `,
};
