import type { Row, RowChange } from '../../../domain/projections/row-change.ts';
import type { WritableDb } from '../database.ts';

/** Writes what the projections say. Call it inside the transaction that appends the events. */
export function applyChanges(db: WritableDb, changes: readonly RowChange[]): void {
  for (const change of changes) {
    if (change.op === 'put') put(db, change.table, change.row);
    else set(db, change.table, change.where, change.set);
  }
}

// Table and column names come from our own projections, never from data; values are always bound.
function put(db: WritableDb, table: string, row: Row): void {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  db.run(`INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${places})`, ...Object.values(row));
}

function set(db: WritableDb, table: string, where: Row, values: Row): void {
  db.run(
    `UPDATE ${table} SET ${assignments(values, ', ')} WHERE ${assignments(where, ' AND ')}`,
    ...Object.values(values),
    ...Object.values(where),
  );
}

function assignments(row: Row, separator: string): string {
  return Object.keys(row)
    .map((column) => `${column} = ?`)
    .join(separator);
}
