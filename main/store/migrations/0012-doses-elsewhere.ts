import type { Migration } from './migration.ts';

export const dosesElsewhereTables: Migration = {
  id: 12,
  name: 'doses-elsewhere',
  sql: `
    ALTER TABLE dose ADD COLUMN issuer TEXT;
    ALTER TABLE dose ADD COLUMN product_name TEXT;
    ALTER TABLE dose ADD COLUMN is_day_known INTEGER NOT NULL DEFAULT 1;
  `,
};
