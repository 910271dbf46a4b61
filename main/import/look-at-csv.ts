import iconv from 'iconv-lite';
import { detectEncoding, type Encoding } from '../../domain/import/detect-encoding.ts';
import { detectSeparator, type Separator } from '../../domain/import/detect-separator.ts';
import { guessPlan } from '../../domain/import/guess-columns.ts';
import type { ReadingPlan } from '../../domain/import/import-fields.ts';
import { isEmptyRow } from '../../domain/import/read-person-row.ts';
import { recordSplitter } from '../../domain/import/split-records.ts';
import type { CsvPlan } from './csv-reader.ts';

/** What somebody set by hand; everything else is guessed from the file. */
export interface CsvChoice extends Partial<ReadingPlan> {
  readonly encoding?: Encoding;
  readonly separator?: Separator;
}

export interface CsvLook {
  readonly plan: CsvPlan;
  readonly header: readonly string[];
}

const GUESS_FROM_ROWS = 200;

/** How the beginning of a file is best read. `isWhole`: the sample is the whole file. */
export function lookAtCsv(sample: Uint8Array, choice: CsvChoice, isWhole: boolean): CsvLook {
  const encoding = choice.encoding ?? detectEncoding(sample);
  const text = iconv.decode(Buffer.from(sample), encoding, { stripBOM: true });
  const separator = choice.separator ?? detectSeparator(text);
  const splitter = recordSplitter(separator);
  const records = splitter.push(text);
  if (isWhole) records.push(...splitter.end());
  const rows = records.flatMap((record) =>
    'cells' in record && !isEmptyRow(record.cells) ? [record.cells] : [],
  );
  const guess = guessPlan(rows.slice(0, GUESS_FROM_ROWS));
  const width = rows[0]?.length ?? 0;
  const hasHeader = choice.hasHeader ?? guess.hasHeader;
  // Columns that were chosen for another separator do not fit this one.
  const columns = choice.columns?.length === width ? choice.columns : guess.columns;
  return {
    plan: {
      encoding,
      separator,
      hasHeader,
      columns,
      dateOrder: choice.dateOrder ?? guess.dateOrder,
      ...(choice.productId ? { productId: choice.productId } : {}),
    },
    header: hasHeader ? (rows[0] ?? []) : [],
  };
}
