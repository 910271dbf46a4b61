import type { Migration } from './migration.ts';

export const peopleTables: Migration = {
  id: 3,
  name: 'people',
  sql: '',
};
