import type { Migration } from './migration.ts';

export const scanningTables: Migration = {
  id: 9,
  name: 'scanning',
  sql: '',
};
