import type { Migration } from './migration.ts';

/**
 * In the place of which counted dose one elsewhere stands. That one keeps its row: it counts again once the other is
 * voided.
 */
export const replacedDoses: Migration = {
  id: 36,
  name: 'replaced-doses',
  sql: `
    ALTER TABLE dose ADD COLUMN replaces TEXT;
    CREATE INDEX dose_replaces ON dose (replaces) WHERE replaces IS NOT NULL;
  `,
};
