import type { Migration } from './migration.ts';

/** Why somebody was vaccinated; absent where nobody said so. */
export const doseIndication: Migration = {
  id: 28,
  name: 'dose-indication',
  sql: 'ALTER TABLE dose ADD COLUMN indication TEXT;',
};
