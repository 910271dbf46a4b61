import type { Migration } from './migration.ts';

/**
 * An import writes by name: `name_key` is what it sorts by, empty for rows that were staged before, and `written` how
 * many rows it has dealt with in that order.
 */
export const importOrder: Migration = {
  id: 13,
  name: 'import-order',
  sql: `
    ALTER TABLE import_row ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE import_job RENAME COLUMN written_up_to TO written;
    UPDATE import_job SET written = (
      SELECT count(*) FROM import_row
      WHERE import_row.import_id = import_job.import_id AND import_row.row <= import_job.written
    );
  `,
};
