import { type Separator, separators } from '../../domain/import/detect-separator.ts';
import type { Encoding } from '../../domain/import/encodings.ts';
import type { ReadingPlan } from '../../domain/import/import-fields.ts';
import { misreadFaults } from '../../domain/import/misread-faults.ts';
import { isAboutNobody } from '../../domain/import/no-people-row.ts';
import { isEmptyRow, readPersonRow } from '../../domain/import/read-person-row.ts';
import type { RowContext } from '../../domain/import/row-context.ts';
import { rowFault } from '../../domain/import/row-fault.ts';
import { type CsvRecord, recordSplitter } from '../../domain/import/split-records.ts';
import { splitBy, unwrapped } from '../../domain/import/unwrap-record.ts';
import type { RowReader, StagedRow } from './staged-row.ts';
import { textDecoder } from './text-decoder.ts';

export interface CsvPlan extends ReadingPlan {
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** Rows above the header, or above the first row: a title, `sep=;`, empty ones. */
  readonly titleRows: number;
}

/** Reads CSV in any piece size: a character or a row may be cut anywhere. */
export function csvReader(plan: CsvPlan, context: RowContext): RowReader {
  const decoder = textDecoder(plan.encoding);
  const splitter = recordSplitter(plan.separator);
  let row = 0;
  let header: readonly string[] = [];

  function* staged(records: readonly CsvRecord[]): Generator<StagedRow> {
    for (const record of records) {
      row += 1;
      const inner = fitting(record, plan);
      if (row <= plan.titleRows) {
        yield { row, verdict: 'skipped', data: { cells: [] } };
        continue;
      }
      if (row === plan.titleRows + 1 && plan.hasHeader) {
        header = 'cells' in inner ? inner.cells : [inner.text];
        continue;
      }
      if ('cells' in inner && isAboutNobody(inner.cells, header)) {
        yield { row, verdict: 'skipped', data: { cells: [] } };
        continue;
      }
      yield stagedRow(inner, row, plan, context);
    }
  }
  return {
    push: (bytes) => staged(splitter.push(decoder.write(bytes))),
    *end() {
      yield* staged(splitter.push(decoder.end()));
      yield* staged(splitter.end());
    },
    header: () => header,
  };
}

/** A row in one pair of quotes is taken for its cells where it has as many as the others. */
function fitting(record: CsvRecord, { separator, columns }: CsvPlan): CsvRecord {
  if (columns.length < 2 || !('cells' in record)) return record;
  const fits = (each: CsvRecord) => 'cells' in each && each.cells.length === columns.length;
  const inner = unwrapped(record, separator);
  if (inner !== record) return fits(inner) ? inner : record;
  const [only = '', ...more] = record.cells;
  if (more.length > 0 || columns.length < 3) return record;
  // A row of another source, with another separator; commas stand in names, too.
  const others = separators.filter((each) => each !== ',' && each !== separator && only.includes(each));
  return others.map((each) => splitBy(record, only, each)).find(fits) ?? record;
}

function stagedRow(record: CsvRecord, row: number, plan: CsvPlan, context: RowContext): StagedRow {
  if ('fault' in record) {
    const data = { cells: [record.text], faults: [rowFault(record.fault)] };
    return { row, verdict: 'refused', data };
  }
  const { cells } = record;
  if (isEmptyRow(cells)) return { row, verdict: 'skipped', data: { cells: [] } };
  const misread = misreadFaults(cells, plan.columns);
  const read = readPersonRow(cells, plan, context);
  if (read.ok && misread.length === 0) return { row, verdict: 'add', data: { cells, person: read.value } };
  const others = read.ok
    ? []
    : read.refusal.filter(({ field }) => misread.every((fault) => fault.field !== field));
  return { row, verdict: 'refused', data: { cells, faults: [...misread, ...others] } };
}
