import type { Migration } from './migration.ts';

/** Why a visit ended without a dose. */
export const endedVisits: Migration = {
  id: 37,
  name: 'ended-visits',
  sql: 'ALTER TABLE visit ADD COLUMN ended TEXT;',
};
