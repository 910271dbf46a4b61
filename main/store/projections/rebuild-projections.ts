import { createHash } from 'node:crypto';
import { projectEvent } from '../../../domain/projections/project-event.ts';
import { readModelTables } from '../../../domain/projections/row-change.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { isProjectedHere } from '../event-log/known-stations.ts';
import { wholeLog } from '../event-log/read-events.ts';
import { remakeEntries } from '../search/search-entries.ts';
import { applyChanges } from './apply-changes.ts';

/** Empties every read model and makes it again from the log, in one transaction. Answers the events read. */
export function rebuildProjections(db: WritableDb): number {
  return remakeEntries(db, () => {
    for (const table of readModelTables) db.run(`DELETE FROM ${table}`);
    const isOurs = isProjectedHere(db);
    let events = 0;
    for (const recorded of wholeLog(db)) {
      if (isOurs(recorded)) applyChanges(db, projectEvent(recorded));
      events += 1;
    }
    return events;
  });
}

/** A digest of all read models: equal before and after a rebuild, or a projection is not a function of the log. */
export function digestOfProjections(db: ReadableDb): string {
  const hash = createHash('sha256');
  for (const table of readModelTables) {
    hash.update(table);
    for (const row of db.each(`SELECT * FROM ${table} ORDER BY 1, 2`)) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
