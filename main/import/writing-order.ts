import type { Station } from '../station.ts';
import { nameKeysAfter } from '../store/tables/imports.ts';
import { inSlices } from './in-slices.ts';

const STEP_ROWS = 500;
/** Names that begin alike are sorted together: no single sort holds up the desk. */
const ALIKE_LETTERS = 6;

interface Named {
  readonly row: number;
  readonly name_key: string;
}

/**
 * The rows of an import in the order in which they are written and taken back: by name, for then a transaction touches
 * few pages of the indexes of people instead of one for every row. The same at every start; rows of one name stay in
 * the order of the file.
 */
export async function writingOrder({ db }: Station, importId: string): Promise<readonly number[]> {
  const alike = new Map<string, Named[]>();
  let after = 0;
  await inSlices(() => {
    const rows = nameKeysAfter(db, importId, after, STEP_ROWS);
    for (const row of rows) {
      const start = row.name_key.slice(0, ALIKE_LETTERS);
      const known = alike.get(start);
      if (known) known.push(row);
      else alike.set(start, [row]);
    }
    after = rows.at(-1)?.row ?? after;
    return rows.length > 0;
  });
  const order: number[] = [];
  const starts = [...alike.keys()].sort().values();
  await inSlices(() => {
    const start = starts.next();
    if (start.done) return false;
    for (const { row } of (alike.get(start.value) ?? []).sort(byName)) order.push(row);
    return true;
  });
  return order;
}

function byName(one: Named, other: Named): number {
  if (one.name_key === other.name_key) return one.row - other.row;
  return one.name_key < other.name_key ? -1 : 1;
}
