import type { Migration } from './migration.ts';

export const appointmentsTables: Migration = {
  id: 4,
  name: 'appointments',
  sql: '',
};
