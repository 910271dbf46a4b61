import { detectSeparator } from '../../domain/import/detect-separator.ts';
import { guessPlan } from '../../domain/import/guess-columns.ts';
import { isNoText } from '../../domain/import/is-no-text.ts';
import { isEmptyRow } from '../../domain/import/read-person-row.ts';
import { type CsvRecord, recordSplitter } from '../../domain/import/split-records.ts';
import { titleRowsIn } from '../../domain/import/title-rows.ts';
import { areWrapped, unwrapped } from '../../domain/import/unwrap-record.ts';
import type { CsvPlan } from './csv-reader.ts';
import { guessEncoding } from './guess-encoding.ts';
import { decode } from './text-decoder.ts';

/** What somebody set by hand; everything else is guessed from the file. */
export type CsvChoice = Partial<CsvPlan>;

export interface CsvLook {
  readonly plan: CsvPlan;
  readonly header: readonly string[];
  /** No row of the beginning can be read, since all have more columns, or more signs, than any table. */
  readonly isTooWide: boolean;
  /** The file is no text: a picture, a PDF, a workbook. */
  readonly isNoText: boolean;
}

const GUESS_FROM_ROWS = 200;

/** How the beginning of a file is best read. `isWhole`: the sample is the whole file. */
export function lookAtCsv(sample: Uint8Array, choice: CsvChoice, isWhole: boolean): CsvLook {
  const encoding = choice.encoding ?? guessEncoding(sample);
  const text = decode(sample, encoding);
  const separator = choice.separator ?? detectSeparator(text);
  const splitter = recordSplitter(separator);
  const records = splitter.push(text);
  if (isWhole) records.push(...splitter.end());
  const isWrapped = areWrapped(records.slice(0, GUESS_FROM_ROWS), separator);
  const all = records
    .map((record) => (isWrapped ? unwrapped(record, separator) : record))
    .map((record) => ('cells' in record ? record.cells : []));
  const titleRows = choice.titleRows ?? titleRowsIn(all);
  const rows = all.slice(titleRows).filter((cells) => !isEmptyRow(cells));
  const guess = guessPlan(rows.slice(0, GUESS_FROM_ROWS));
  const width = rows[0]?.length ?? 0;
  const hasHeader = choice.hasHeader ?? guess.hasHeader;
  // Columns that were chosen for another separator do not fit this one.
  const columns = choice.columns?.length === width ? choice.columns : guess.columns;
  return {
    plan: {
      encoding,
      separator,
      titleRows,
      hasHeader,
      columns,
      dateOrder: choice.dateOrder ?? guess.dateOrder,
      ...(choice.productId ? { productId: choice.productId } : {}),
    },
    header: hasHeader ? (rows[0] ?? []) : [],
    isTooWide: isTooWide(records),
    isNoText: isNoText(sample, text),
  };
}

function isTooWide(records: readonly CsvRecord[]): boolean {
  const isWide = (record: CsvRecord) =>
    'fault' in record && (record.fault === 'too-many-columns' || record.fault === 'row-too-long');
  return (
    records.some(isWide) &&
    records.every((record) => isWide(record) || ('cells' in record && isEmptyRow(record.cells)))
  );
}
