import type { Migration } from './migration.ts';

export const shareCounted: Migration = {
  id: 24,
  name: 'share-counted',
  sql: () => `
    -- Before a first share is offered, what the desk gave away by then is counted, some people at a time: the last who
    -- was. Null once all were.
    ALTER TABLE online_share ADD COLUMN counted_to text;
  `,
};
