import type { Migration } from './migration.ts';

/**
 * Work in hand, no facts (those are each `AppointmentMoved`): the dates that a confirmed schedule moves. Whose dates are
 * still to be looked at, and which were moved, so that what a kill interrupts goes on and moves none twice.
 */
export const replanningTables: Migration = {
  id: 32,
  name: 'replannings',
  sql: `
    CREATE TABLE replanning (
      book TEXT PRIMARY KEY,
      version TEXT NOT NULL,
      actor TEXT NOT NULL,
      started_at TEXT NOT NULL,
      people INTEGER,
      ended_at TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE replanning_person (
      book TEXT NOT NULL,
      place INTEGER NOT NULL,
      person_id TEXT NOT NULL,
      PRIMARY KEY (book, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE replanned_date (
      book TEXT NOT NULL,
      appointment_id TEXT NOT NULL,
      PRIMARY KEY (book, appointment_id)
    ) STRICT, WITHOUT ROWID;
  `,
};
