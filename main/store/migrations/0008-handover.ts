import type { Migration } from './migration.ts';

export const handoverTables: Migration = {
  id: 8,
  name: 'handover',
  sql: '',
};
