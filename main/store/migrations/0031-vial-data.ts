import type { Migration } from './migration.ts';

/** The data of vials that a doctor confirmed for the centre: doses, hours after opening, days after thawing. */
export const vialDataTable: Migration = {
  id: 31,
  name: 'vial-data',
  sql: `
    CREATE TABLE centre_vial_data (
      product_id TEXT PRIMARY KEY,
      doses_per_vial INTEGER NOT NULL,
      usable_hours REAL,
      thaw_days INTEGER,
      source TEXT NOT NULL,
      confirmed_at TEXT NOT NULL,
      confirmed_by TEXT NOT NULL,
      approved_by TEXT
    ) STRICT, WITHOUT ROWID;
  `,
};
