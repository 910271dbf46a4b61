import type { Migration } from './migration.ts';

/** From when on somebody is observed after a dose, and for how long. */
export const observation: Migration = {
  id: 21,
  name: 'observation',
  sql: `
    ALTER TABLE visit ADD COLUMN observed_from TEXT;
    ALTER TABLE visit ADD COLUMN observed_minutes INTEGER;
  `,
};
