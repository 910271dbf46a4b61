import type { Migration } from './migration.ts';

/** Dates of a day by how they stand: counted from the index alone, and those nearest to now read without the others. */
export const appointmentsByStatus: Migration = {
  id: 18,
  name: 'appointments-by-status',
  sql: `
    CREATE INDEX appointment_by_status ON appointment (day, status, starts_at);
    DROP INDEX appointment_of_day;
  `,
};
