import type { readPersonRow } from '../../domain/import/read-person-row.ts';
import type { PersonDetails } from '../../domain/people/events.ts';
import { csvReader } from '../../main/import/csv-reader.ts';
import { lookAtCsv } from '../../main/import/look-at-csv.ts';
import { rowContext } from './row-context.ts';

/** One row of a list, as a file with it is read. */
export function readRow(header: string, row: string): ReturnType<typeof readPersonRow> {
  const bytes = Buffer.from(`${header}\r\n${row}\r\n`);
  const { plan } = lookAtCsv(bytes, {}, true);
  const reader = csvReader(plan, rowContext);
  const [staged] = [...reader.push(bytes), ...reader.end()];
  const { person, faults = [] } = staged?.data ?? {};
  return person ? { ok: true, value: person } : { ok: false, refusal: faults };
}

/** The same with one more cell under that header. */
export const withCell = (header: string, cell: string) =>
  readRow(`Nachname;Vorname;Geburtsdatum;${header}`, `Berg;Anna;1985;"${cell}"`);

/** What a cell becomes in the record, and why something of it was left out. */
export function cellOf(header: string, cell: string, field: keyof PersonDetails) {
  const read = withCell(header, cell);
  if (!read.ok) return read.refusal.map(({ reason }) => reason);
  return [read.value.details[field], ...(read.value.leftOut ?? []).map(({ reason }) => reason)];
}
