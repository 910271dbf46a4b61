import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { MatchPerson } from '../../../../domain/people/matching/compare-persons.ts';
import { findDuplicates } from '../../../../domain/people/matching/find-duplicates.ts';
import type { CliCommand } from '../../cli-command.ts';
import { readOptions } from '../../options.ts';

export const command: CliCommand = {
  summary: 'finds the rows of a CSV file that are one person (rows count from 1, without the header)',
  usage: 'station people match --csv FILE [--json]',
  async run(args, io) {
    const config = { csv: { type: 'string' }, json: { type: 'boolean' } } as const;
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const { csv, json = false } = words.values;
    if (csv === undefined) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    const people = readPeople(csv);
    if (typeof people === 'string') {
      io.err(people);
      return 1;
    }
    const found = findDuplicates(people);
    const pairs = found.map(({ one, other, score }) => [one + 1, other + 1, Number(score.toFixed(4))]);
    if (json) io.out(JSON.stringify({ pairs }));
    else
      for (const [index, pair] of pairs.entries())
        io.out(`${pair.join('\t')}\t${found[index]?.reasons.join(', ')}`);
    return 0;
  },
};

type Row = Readonly<Record<string, string | undefined>>;

const needed = ['fname_c1', 'lname_c1', 'by', 'bm', 'bd'];

/** The people of the file in its order, or a sentence that says why it cannot be read. */
function readPeople(file: string): MatchPerson[] | string {
  try {
    const rows = parse(readFileSync(file), {
      bom: true,
      columns: (header: string[]) =>
        header.map((name, index) => (name.trim() === '' ? `unnamed-${index}` : name.trim())),
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
    }) as Row[];
    const missing = needed.filter((name) => rows[0] !== undefined && !(name in rows[0]));
    if (missing.length > 0) return `The file lacks the columns ${missing.join(', ')}.`;
    return rows.map(personOf);
  } catch (error) {
    const { code } = error as { code?: string };
    return code === 'ENOENT'
      ? `There is no file ${file}.`
      : `The file cannot be read as CSV (${code ?? 'unknown'}).`;
  }
}

function personOf(row: Row): MatchPerson {
  const name = (...columns: string[]) =>
    columns
      .map((column) => known(row[column]))
      .filter((part) => part !== undefined)
      .join(' ');
  return {
    givenName: name('fname_c1', 'fname_c2'),
    familyName: name('lname_c1', 'lname_c2'),
    birthDate: birthDateOf(known(row.by), known(row.bm), known(row.bd)),
  };
}

function birthDateOf(year?: string, month?: string, day?: string): string | undefined {
  if (!year) return undefined;
  const parts = [year.padStart(4, '0'), month?.padStart(2, '0'), day?.padStart(2, '0')];
  const gap = parts.indexOf(undefined);
  return parts.slice(0, gap < 0 ? 3 : gap).join('-');
}

/** R writes a missing value as NA. */
function known(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' || trimmed === 'NA' ? undefined : trimmed;
}
