import { type CsvRecord, recordSplitter } from './split-records.ts';

/**
 * A row that a program put into one pair of quotes as a whole (`"Berg;Anna;1964"`), as the cells that it has inside;
 * every other row as it is.
 */
export function unwrapped(record: CsvRecord, separator: string): CsvRecord {
  if (!('cells' in record) || !record.isOneQuote) return record;
  const [text = ''] = record.cells;
  return text.includes(separator) ? splitBy(record, text, separator) : record;
}

/** The text as cells of one row; the row as it is where that is none. */
export function splitBy(record: CsvRecord, text: string, separator: string): CsvRecord {
  const splitter = recordSplitter(separator);
  const [inner, ...more] = [...splitter.push(text), ...splitter.end()];
  return inner && 'cells' in inner && more.length === 0 ? { line: record.line, cells: inner.cells } : record;
}

/** A title above the header may stand alone. */
const NEARLY_ALL = 0.8;

/**
 * Whether rows are to be unwrapped: nearly all of the first ones are wrapped, or as wide as the wrapped ones are inside,
 * as a header may be. `records`: of the beginning of a file, empty ones among them.
 */
export function areWrapped(records: readonly CsvRecord[], separator: string): boolean {
  const widths = new Map<number, number>();
  let rows = 0;
  let wrapped = 0;
  for (const record of records) {
    if (!('cells' in record) || record.cells.every((cell) => cell.trim() === '')) continue;
    const inner = unwrapped(record, separator);
    rows += 1;
    if (inner !== record) wrapped += 1;
    if ('cells' in inner && inner.cells.length > 1)
      widths.set(inner.cells.length, (widths.get(inner.cells.length) ?? 0) + 1);
  }
  return wrapped * 2 >= rows && Math.max(0, ...widths.values()) >= rows * NEARLY_ALL;
}
