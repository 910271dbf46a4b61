import type { Migration } from './migration.ts';

export const productTables: Migration = {
  id: 16,
  name: 'products',
  sql: `
    CREATE TABLE centre_product (
      product_id TEXT PRIMARY KEY,
      is_active INTEGER NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE vial_code (
      code TEXT PRIMARY KEY,
      product_id TEXT NOT NULL,
      learned_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
