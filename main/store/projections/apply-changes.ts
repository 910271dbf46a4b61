import type { Row, RowChange } from '../../../domain/projections/row-change.ts';
import type { WritableDb } from '../database.ts';

/** Writes what the projections say. Call it inside the transaction that appends the events. */
export function applyChanges(db: WritableDb, changes: readonly RowChange[]): void {
  for (const change of changes) {
    if (change.op === 'put') db.run(putSql(change.table, change.row), ...Object.values(change.row));
    else if (change.op === 'delete')
      db.run(deleteSql(change.table, change.where), ...Object.values(change.where));
    else
      db.run(
        setSql(change),
        ...Object.values(change.set),
        ...Object.values(change.where),
        ...Object.values(change.unless ?? nothing),
      );
  }
}

const nothing: Row = {};

/** The text of each kind of change, made once: an import writes the same few a million times. */
const knownSql = new Map<string, string>();

// Table and column names come from our own projections, never from data; values are always bound.
function putSql(table: string, row: Row): string {
  const columns = Object.keys(row).join(', ');
  return kept(`put ${table} ${columns}`, () => {
    const places = Object.keys(row)
      .map(() => '?')
      .join(', ');
    return `INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${places})`;
  });
}

function setSql({ table, where, unless = nothing, set, raise }: Extract<RowChange, { op: 'set' }>): string {
  const [wanted, unwanted, columns] = [conditions(where), conditions(unless), Object.keys(set)];
  return kept(
    `set ${table} ${columns.join(', ')} ${raise ?? ''} where ${wanted.join(', ')} unless ${unwanted.join(', ')}`,
    () => {
      const values = assignments(columns, ', ') + (raise ? `, ${raise} = ${raise} + 1` : '');
      const rows = wanted.join(' AND ');
      const but = unwanted.length > 0 ? ` AND NOT (${unwanted.join(' AND ')})` : '';
      return `UPDATE ${table} SET ${values} WHERE ${rows}${but}`;
    },
  );
}

function deleteSql(table: string, where: Row): string {
  const wanted = conditions(where).join(' AND ');
  return kept(`delete ${table} where ${wanted}`, () => `DELETE FROM ${table} WHERE ${wanted}`);
}

function kept(kind: string, make: () => string): string {
  let sql = knownSql.get(kind);
  if (sql === undefined) {
    sql = make();
    knownSql.set(kind, sql);
  }
  return sql;
}

/** Nothing equals null, but a column may be it. */
function conditions(row: Row): string[] {
  return Object.entries(row).map(([column, value]) => `${column} ${value === null ? 'IS' : '='} ?`);
}

function assignments(columns: readonly string[], separator: string): string {
  return columns.map((column) => `${column} = ?`).join(separator);
}
