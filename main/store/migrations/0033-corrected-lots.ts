import type { Migration } from './migration.ts';

/** Which lot a dose was recorded with before it was corrected, and what the stock had booked it from. */
export const correctedLots: Migration = {
  id: 33,
  name: 'corrected-lots',
  sql: `
    CREATE TABLE dose_lot_before (
      event_id TEXT PRIMARY KEY,
      dose_id TEXT NOT NULL,
      person_id TEXT NOT NULL,
      lot TEXT NOT NULL,
      corrected_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dose_lot_before_by_lot ON dose_lot_before (lot COLLATE NOCASE);
    CREATE INDEX dose_lot_before_by_dose ON dose_lot_before (dose_id);
    CREATE INDEX dose_lot_before_by_person ON dose_lot_before (person_id);
    ALTER TABLE dose_draw ADD COLUMN moved_at TEXT;
    ALTER TABLE dose_draw ADD COLUMN moved_from TEXT;
    CREATE INDEX dose_draw_moved ON dose_draw (moved_at) WHERE moved_at IS NOT NULL;
  `,
};
