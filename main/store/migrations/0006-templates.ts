import type { Migration } from './migration.ts';

export const templatesTables: Migration = {
  id: 6,
  name: 'templates',
  sql: '',
};
