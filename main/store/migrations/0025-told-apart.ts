import type { Migration } from './migration.ts';

/** Records that read alike and are of two people, as somebody said: the smaller id stands first. */
export const toldApart: Migration = {
  id: 25,
  name: 'told-apart',
  sql: `
    CREATE TABLE told_apart (
      person_id TEXT NOT NULL,
      other_id TEXT NOT NULL,
      told_at TEXT NOT NULL,
      PRIMARY KEY (person_id, other_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX told_apart_of_other ON told_apart (other_id);
  `,
};
