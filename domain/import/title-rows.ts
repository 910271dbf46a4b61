import { headersIn } from './guess-columns.ts';

const LOOKED_AT = 20;

/**
 * How many rows stand above the header: what a spreadsheet prints over its table, `sep=;`, empty ones. The header is
 * the row that names most columns; without one only what is no row of a table is left out.
 */
export function titleRowsIn(rows: readonly (readonly string[])[]): number {
  const named = rows.slice(0, LOOKED_AT).map(headersIn);
  const most = Math.max(0, ...named);
  if (most > 0) return named.indexOf(most);
  const first = rows.findIndex(
    (row, index) => !isSeparatorRow(row, index) && row.some((cell) => cell.trim() !== ''),
  );
  return Math.max(0, first);
}

/** `sep=;` in the first row tells a spreadsheet what separates the cells. */
function isSeparatorRow(row: readonly string[], index: number): boolean {
  return index === 0 && /^sep=/i.test(row[0] ?? '');
}
