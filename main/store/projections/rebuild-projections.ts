import { createHash } from 'node:crypto';
import { projectEvent } from '../../../domain/projections/project-event.ts';
import { readModelTables } from '../../../domain/projections/row-change.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { wholeLog } from '../event-log/read-events.ts';
import { applyChanges } from './apply-changes.ts';

/** Empties every read model and makes it again from the log, in one transaction. Answers the events read. */
export function rebuildProjections(db: WritableDb): number {
  return db.transact(() => {
    for (const table of readModelTables) db.run(`DELETE FROM ${table}`);
    const makeSearchable = dropSearchIndexes(db);
    let events = 0;
    for (const recorded of wholeLog(db)) {
      applyChanges(db, projectEvent(recorded));
      events += 1;
    }
    makeSearchable();
    return events;
  });
}

/**
 * The indexes that only searches for people need: sorting each once at the end takes a fraction of keeping ten of them
 * in order all the time. Projections find a person by the primary key. Answers what makes them again.
 */
function dropSearchIndexes(db: WritableDb): () => void {
  const indexes = db.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_master
      WHERE type = 'index' AND tbl_name = 'person' AND sql LIKE 'CREATE INDEX %' ORDER BY name`,
  );
  for (const { name } of indexes) db.run(`DROP INDEX ${name}`);
  return () => {
    for (const { sql } of indexes) db.run(sql);
  };
}

/** A digest of all read models: equal before and after a rebuild, or a projection is not a function of the log. */
export function digestOfProjections(db: ReadableDb): string {
  const hash = createHash('sha256');
  for (const table of readModelTables) {
    hash.update(table);
    for (const row of db.each(`SELECT * FROM ${table} ORDER BY 1`)) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
