import type { Migration } from './migration.ts';

export const googleWalletTables: Migration = {
  id: 7,
  name: 'google-wallet',
  sql: '',
};
