import type { Migration } from './migration.ts';

/** Dates at other centres, and what somebody chose for a row of a list. */
export const otherCentres: Migration = {
  id: 10,
  name: 'other-centres',
  sql: `
    ALTER TABLE appointment ADD COLUMN centre TEXT;
    ALTER TABLE import_row ADD COLUMN choice TEXT;
  `,
};
