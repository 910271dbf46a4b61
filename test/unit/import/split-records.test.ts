import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvRecord, recordSplitter } from '../../../domain/import/split-records.ts';

function split(text: string, separator = ';', pieces = [text]): CsvRecord[] {
  const splitter = recordSplitter(separator);
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

describe('rows of a CSV file', () => {
  test('keep separators, line breaks and doubled quotes that stand in quotes', () => {
    expect(split('a;"b;1\r\n2 ""x""";c\r\nd;e;f')).toEqual([
      { line: 1, cells: ['a', 'b;1\r\n2 "x"', 'c'] },
      { line: 3, cells: ['d', 'e', 'f'] },
    ]);
  });

  test('end with CR LF, LF or CR alone', () => {
    expect(split('a\r\nb\nc\rd').map((record) => 'cells' in record && record.cells[0])).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  test('after a quote that is never closed are all read, and only its own line is not', () => {
    const text = `a;b\n1;"offen\n${Array.from({ length: 500 }, (_, i) => `${i};x`).join('\n')}`;
    const records = split(text);
    expect(records).toHaveLength(502);
    expect(records[1]).toMatchObject({ line: 2, fault: 'quote-never-closed' });
    expect(records.at(-1)).toEqual({ line: 502, cells: ['499', 'x'] });
  });

  test('that are endless are reported and cost no memory', () => {
    const splitter = recordSplitter(';');
    const faults: CsvRecord[] = [];
    for (let i = 0; i < 200; i++) faults.push(...splitter.push('x'.repeat(10_000)));
    faults.push(...splitter.push('\na;b\n'));
    expect(faults).toEqual([
      expect.objectContaining({ fault: 'row-too-long' }),
      { line: 2, cells: ['a', 'b'] },
    ]);
  });

  test('are read like csv-parse reads them, wherever the text is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ä', ';', '"', '\n', ' ', ',') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(200)), (rows, cuts) => {
        const text = rows.map((row) => row.map(quoted).join(';')).join('\n');
        const expected = parse(text, { delimiter: ';', relax_column_count: true }) as string[][];
        const points = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        const pieces = points.slice(1).map((point, index) => text.slice(points[index], point));
        expect(split(text, ';', pieces).map((record) => 'cells' in record && record.cells)).toEqual(expected);
      }),
    );
  });
});

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
