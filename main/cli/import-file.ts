import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { sampleBytes } from '../../contracts/ipc/import-limits.ts';
import { importFields } from '../../domain/import/import-fields.ts';
import { namesPeople } from '../../domain/import/names-people.ts';
import { csvReader } from '../import/csv-reader.ts';
import { fhirReader } from '../import/fhir-reader.ts';
import { type ImportDesk, MOST_ROWS } from '../import/import-desk.ts';
import type { ImportProgress } from '../import/import-progress.ts';
import { type CsvChoice, lookAtCsv } from '../import/look-at-csv.ts';
import { rowContextOf } from '../import/row-context-of.ts';
import type { RowReader } from '../import/staged-row.ts';
import { importRows } from '../queries/import/import-lists.ts';
import type { Station } from '../station.ts';

const PIECE_BYTES = 96 * 1024;

export interface FileImport {
  readonly progress: ImportProgress;
  /** The first rows that were not taken over, in English. */
  readonly sentences: readonly string[];
}

/** Imports one file into an open station, from the first byte to the last row. Answers a sentence where it cannot. */
export async function importFile(
  station: Station,
  file: string,
  { format, mapping, addDuplicates }: { format: 'csv' | 'fhir'; mapping?: string; addDuplicates: boolean },
): Promise<FileImport | string> {
  const size = sizeOf(file);
  if (size === undefined) return `There is no file ${file}.`;
  if (size === 0) return 'The file is empty.';
  const choice = mapping === undefined ? {} : choiceOf(mapping);
  if (typeof choice === 'string') return choice;
  const context = rowContextOf(station);
  const handle = openSync(file, 'r');
  try {
    const desk = station.importDesk;
    const reader: RowReader | string =
      format === 'fhir'
        ? fhirReader(context, { takesVaccinations: true })
        : csvReaderFor(handle, size, choice, context);
    if (typeof reader === 'string') return reader;
    const importId = station.newId();
    const begun = desk.begin({
      importId,
      fileName: path.basename(file),
      size,
      format,
      actor: 'operator',
      reader,
    });
    if (!begun.ok) return 'Another import is running.';
    const sent = await send(desk, importId, handle);
    if (sent !== undefined) return sent;
    await desk.check(importId);
    await desk.settled();
    desk.run(importId, addDuplicates);
    await desk.settled();
  } finally {
    closeSync(handle);
  }
  return summary(station, station.importDesk);
}

async function send(desk: ImportDesk, importId: string, handle: number): Promise<string | undefined> {
  const piece = Buffer.alloc(PIECE_BYTES);
  for (let index = 0; ; index++) {
    const length = readSync(handle, piece, 0, PIECE_BYTES, null);
    if (length === 0) return undefined;
    const taken = await desk.chunk(importId, index, piece.subarray(0, length));
    if (!taken.ok)
      return taken.refusal === 'too-many-rows'
        ? `The file has more than ${MOST_ROWS} rows. Please cut it into several.`
        : `The import stopped (${taken.refusal}).`;
  }
}

function csvReaderFor(
  handle: number,
  size: number,
  choice: CsvChoice,
  context: ReturnType<typeof rowContextOf>,
): RowReader | string {
  const sample = Buffer.alloc(Math.min(size, sampleBytes));
  readSync(handle, sample, 0, sample.length, 0);
  const { plan, isTooWide, isNoText } = lookAtCsv(sample, choice, sample.length === size);
  if (isNoText)
    return 'This file is no text: perhaps a workbook, a PDF, a picture or a program. Please save the list as CSV first.';
  if (isTooWide)
    return 'The rows of this file have more than 500 columns or more than 64,000 characters: such a list is not read.';
  if (!namesPeople(plan.columns))
    return 'No column for the name or the birth date was recognised. Name them with --mapping name,birthDate,…';
  return csvReader(plan, context);
}

/** `familyName,givenName,-,birthDate`: one word for each column, - leaves it out. */
function choiceOf(mapping: string): CsvChoice | string {
  const words = mapping.split(',').map((word) => word.trim());
  const unknown = words.find((word) => word !== '-' && !importFields.some((field) => field === word));
  if (unknown !== undefined) return `There is no field '${unknown}'. Fields: ${importFields.join(', ')}.`;
  return { columns: words.map((word) => importFields.find((field) => field === word)) };
}

function summary(station: Station, desk: ImportDesk): FileImport | string {
  const progress = desk.progress();
  if (!progress) return 'The import was cancelled.';
  const sentences = (['refused', 'duplicate', 'changed'] as const).flatMap((verdict) => {
    const listed = importRows(station, { importId: progress.importId, verdict, after: 0 });
    return listed.ok ? listed.value.rows.flatMap((row) => row.sentences.map(({ en }) => en)) : [];
  });
  const { noted } = progress;
  if (noted > 0)
    sentences.push(
      `Of ${noted} people something was not taken over. For seven days the window has the file with these rows.`,
    );
  return { progress, sentences };
}

function sizeOf(file: string): number | undefined {
  try {
    return statSync(file).size;
  } catch {
    return undefined;
  }
}
