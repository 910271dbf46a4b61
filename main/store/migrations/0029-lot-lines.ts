import type { Migration } from './migration.ts';

/**
 * A lot of many vials has a long book, nearly all of it vials that were opened, and thrown away after that. Those are
 * counted without being read.
 */
export const lotLines: Migration = {
  id: 29,
  name: 'lot-lines',
  sql: `
    CREATE INDEX lot_entry_opened ON lot_entry (lot_key, hlc, event_id) WHERE kind = 'opened';
    CREATE INDEX lot_entry_besides_vials ON lot_entry (lot_key, hlc, event_id)
      WHERE kind <> 'opened' AND (kind <> 'discarded' OR vials > 0);
  `,
};
