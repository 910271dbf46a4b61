import type { Migration } from './migration.ts';

export const importTables: Migration = {
  id: 5,
  name: 'import',
  sql: '',
};
