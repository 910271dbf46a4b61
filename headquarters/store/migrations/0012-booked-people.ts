import { centreTable, type Migration } from './migration.ts';

export const bookedPeople: Migration = {
  id: 12,
  name: 'booked-people',
  sql: (roles) => `
    -- Who booked online, by keyed fingerprints of name, birth date and one contact: the same person who books again is
    -- written to at the address that is known.
    ${centreTable(
      'booked_person',
      `fingerprint text NOT NULL,
      person_id text NOT NULL,
      PRIMARY KEY (centre_id, fingerprint, person_id)`,
      'SELECT, INSERT, DELETE',
      roles,
    )}
    CREATE INDEX booked_person_by_id ON booked_person (centre_id, person_id);
  `,
};
