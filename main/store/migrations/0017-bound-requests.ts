import type { Migration } from './migration.ts';

/** A kept answer belongs to who asked and what; those from before are bound to nothing. */
export const boundRequests: Migration = {
  id: 17,
  name: 'bound-requests',
  sql: `
    ALTER TABLE request ADD COLUMN question TEXT;
    ALTER TABLE staff_pin ADD COLUMN lock_outs INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE staff_pin ADD COLUMN locked_at TEXT;
  `,
};
