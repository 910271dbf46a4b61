import type { Migration } from './migration.ts';

export const stockTables: Migration = {
  id: 20,
  name: 'stock',
  sql: `
    CREATE TABLE lot_entry (
      event_id TEXT PRIMARY KEY,
      lot_key TEXT NOT NULL,
      product_id TEXT NOT NULL,
      lot TEXT NOT NULL,
      hlc TEXT NOT NULL,
      kind TEXT NOT NULL,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      vials INTEGER NOT NULL,
      doses INTEGER NOT NULL,
      expected INTEGER,
      expires_on TEXT,
      thawed_until TEXT,
      fridge_id TEXT,
      words TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lot_entry_by_lot ON lot_entry (lot_key, hlc, event_id);
    CREATE INDEX lot_entry_received ON lot_entry (lot COLLATE NOCASE) WHERE kind = 'received';
    CREATE TABLE vial (
      vial_id TEXT PRIMARY KEY,
      lot_key TEXT NOT NULL,
      product_id TEXT NOT NULL,
      lot TEXT NOT NULL,
      hlc TEXT NOT NULL,
      doses INTEGER NOT NULL,
      opened_at TEXT NOT NULL,
      usable_until TEXT,
      serial TEXT,
      discarded_at TEXT,
      discard_reason TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX vial_by_lot ON vial (lot_key, hlc, vial_id);
    CREATE INDEX vial_standing ON vial (opened_at) WHERE discarded_at IS NULL;
    CREATE TABLE dose_draw (
      dose_id TEXT PRIMARY KEY,
      person_id TEXT NOT NULL,
      product_id TEXT NOT NULL,
      lot TEXT NOT NULL,
      vial_id TEXT,
      drawn_at TEXT NOT NULL,
      objections TEXT NOT NULL,
      approved_by TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dose_draw_by_vial ON dose_draw (vial_id);
    CREATE INDEX dose_draw_by_person ON dose_draw (person_id);
    CREATE INDEX dose_draw_objected ON dose_draw (drawn_at) WHERE objections <> '[]';
    CREATE TABLE fridge (
      fridge_id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      from_celsius REAL NOT NULL,
      to_celsius REAL NOT NULL,
      removed_at TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE fridge_temperature (
      event_id TEXT PRIMARY KEY,
      fridge_id TEXT NOT NULL,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      celsius REAL NOT NULL,
      note TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX fridge_temperature_latest ON fridge_temperature (fridge_id, at);
    CREATE INDEX dose_by_lot ON dose (lot COLLATE NOCASE);
  `,
};
