import { rowNamesPerson } from '../../../../domain/import/names-person.ts';
import type { PersonId } from '../../../../domain/kernel/ids.ts';
import type { PersonDetails } from '../../../../domain/people/events.ts';
import type { WritableDb } from '../../database.ts';
import { historyOf } from '../../event-log/read-events.ts';

const PAGE_ROWS = 500;

/**
 * Takes out what a list still holds of a person: of one that is over every row that names them or may be about them, of
 * one that is not written yet those that will not be. The others of that one are refused when their turn comes. Call it
 * while the person can still be read.
 */
export function forgetImportedRows(db: WritableDb, personId: PersonId): void {
  db.run(
    `DELETE FROM import_row
      WHERE import_id IN (SELECT import_id FROM import_job WHERE state IN ('done', 'taken-back'))
        AND (person_id = ? OR instr(data, ?) > 0 OR json_extract(data, '$.person.externalId') =
          (SELECT external_id FROM person WHERE person_id = ?))`,
    personId,
    personId,
    personId,
  );
  const versions = detailsOf(db, personId);
  if (versions.length === 0) return;
  for (let after = { import_id: '', row: 0 }; ; ) {
    const rows = db.all<{ import_id: string; row: number; data: string }>(
      `SELECT import_id, row, data FROM import_row JOIN import_job USING (import_id)
        WHERE (state IN ('done', 'taken-back') OR verdict = 'refused') AND (import_id, row) > (?, ?)
        ORDER BY import_id, row LIMIT ?`,
      after.import_id,
      after.row,
      PAGE_ROWS,
    );
    for (const { import_id, row, data } of rows)
      if (versions.some((details) => rowNamesPerson(JSON.parse(data), details)))
        db.run('DELETE FROM import_row WHERE import_id = ? AND row = ?', import_id, row);
    const last = rows.at(-1);
    if (!last) return;
    after = last;
  }
}

/** Everything that the person was ever called: a list may have the name before a marriage. */
function detailsOf(db: WritableDb, personId: PersonId): PersonDetails[] {
  return historyOf(db, personId).flatMap(({ event }) => {
    if (event.type === 'PersonRegistered') return event.data.personal?.details ?? [];
    return event.type === 'PersonCorrected' ? (event.data.personal ?? []) : [];
  });
}
