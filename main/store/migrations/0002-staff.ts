import type { Migration } from './migration.ts';

export const staffTables: Migration = {
  id: 2,
  name: 'staff',
  sql: '',
};
