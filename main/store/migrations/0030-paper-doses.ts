import type { Migration } from './migration.ts';

/** Of a dose elsewhere: what it was taken from; of one in a booklet, where it stands there and who saw it. */
export const paperDoses: Migration = {
  id: 30,
  name: 'paper-doses',
  sql: `
    ALTER TABLE dose ADD COLUMN source TEXT;
    ALTER TABLE dose ADD COLUMN page TEXT;
    ALTER TABLE dose ADD COLUMN seen_by TEXT;
  `,
};
