import { createHash } from 'node:crypto';
import { type ReadModelTable, readModelTables } from '../../../domain/projections/row-change.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { rebuildProjections } from './rebuild-projections.ts';

/** The read models that say something else than the log: made again beside, compared, and left as they were. */
export function verifyReadModels(db: WritableDb): readonly ReadModelTable[] {
  const before = digestsOf(db);
  let differing: readonly ReadModelTable[] = [];
  try {
    db.transact(() => {
      rebuildProjections(db);
      const after = digestsOf(db);
      differing = readModelTables.filter((table) => before.get(table) !== after.get(table));
      throw new LeaveAsItWas();
    });
  } catch (error) {
    if (!(error instanceof LeaveAsItWas)) throw error;
  }
  return differing;
}

class LeaveAsItWas extends Error {}

/** By all columns, whatever the order in which rows were written. */
function digestsOf(db: ReadableDb): ReadonlyMap<ReadModelTable, string> {
  return new Map(
    readModelTables.map((table) => {
      const rows: string[] = [];
      for (const row of db.each<object>(`SELECT * FROM ${table}`))
        rows.push(
          createHash('sha256')
            .update(JSON.stringify(Object.values(row)))
            .digest('base64'),
        );
      return [table, createHash('sha256').update(rows.sort().join()).digest('hex')] as const;
    }),
  );
}
