import type { Migration } from './migration.ts';

export const serverClock: Migration = {
  id: 14,
  name: 'server-clock',
  sql: (roles) => `
    -- When the server's clock was last known to be right: a start with another one is noticed.
    CREATE TABLE server_clock (
      one integer PRIMARY KEY CHECK (one = 1),
      base jsonb NOT NULL
    );
    GRANT SELECT, INSERT, UPDATE ON server_clock TO ${roles.app};
  `,
};
