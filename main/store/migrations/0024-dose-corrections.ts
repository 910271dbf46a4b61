import type { Migration } from './migration.ts';

/** Until when the vial of a dose was to be used, and when what was entered about the dose was corrected last. */
export const doseCorrections: Migration = {
  id: 24,
  name: 'dose-corrections',
  sql: `
    ALTER TABLE dose ADD COLUMN expires_on TEXT;
    ALTER TABLE dose ADD COLUMN corrected_at TEXT;
  `,
};
