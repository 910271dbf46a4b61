import type { PreviewRow } from '../../../contracts/ipc/import-contract.ts';
import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { rowFaultSentence } from '../../../domain/import/row-fault.ts';
import { idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Reads } from '../../context.ts';
import { csvReader } from '../../import/csv-reader.ts';
import { fhirReader } from '../../import/fhir-reader.ts';
import { otherReadings } from '../../import/guess-encoding.ts';
import { lookAtCsv } from '../../import/look-at-csv.ts';
import { rowContextOf } from '../../import/row-context-of.ts';
import type { RowReader, StagedRow } from '../../import/staged-row.ts';

const PREVIEW_ROWS = 20;

/** The first rows of a file as they would be imported. */
export function importPreview(
  station: Reads,
  { fileName, bytes, isWhole, choice }: ChannelInput<'import.look'>,
): Result<ChannelOutput<'import.look'>, 'file-empty' | 'file-not-text' | 'list-too-wide'> {
  const sample = Buffer.from(bytes, 'base64');
  if (sample.length === 0) return refuse('file-empty');
  const context = rowContextOf(station);
  const format = looksLikeJson(fileName, sample) ? ('fhir' as const) : ('csv' as const);
  const { columns, productId, ...chosen } = choice;
  const look = lookAtCsv(
    sample,
    {
      ...chosen,
      ...(productId ? { productId: idOf<ProductId>(productId) } : {}),
      ...(columns ? { columns: columns.map((field) => field ?? undefined) } : {}),
    },
    isWhole,
  );
  if (look.isNoText) return refuse('file-not-text');
  if (format === 'csv' && look.isTooWide) return refuse('list-too-wide');
  const reader = format === 'fhir' ? fhirReader(context) : csvReader(look.plan, context);
  const rows = firstRows(reader, sample, isWhole).map(previewRow);
  return accept({
    format,
    plan: { ...look.plan, columns: look.plan.columns.map((field) => field ?? null) },
    header: [...look.header],
    rows,
    otherReadings: format === 'fhir' || choice.encoding ? [] : [...otherReadings(sample)],
  });
}

function looksLikeJson(fileName: string, sample: Buffer): boolean {
  return (
    /\.(json|fhir)$/i.test(fileName) || /^\ufeff?\s*\{\s*"/.test(sample.subarray(0, 64).toString('utf8'))
  );
}

function firstRows(reader: RowReader, sample: Uint8Array, isWhole: boolean): StagedRow[] {
  const rows: StagedRow[] = [];
  for (const row of reader.push(sample)) {
    if (rows.length === PREVIEW_ROWS) return rows;
    rows.push(row);
  }
  if (isWhole)
    for (const row of reader.end()) {
      if (rows.length === PREVIEW_ROWS) return rows;
      rows.push(row);
    }
  return rows;
}

function previewRow({ row, data: { cells, person, faults = [] } }: StagedRow): PreviewRow {
  return {
    row,
    cells: cells.map((cell) => cell.slice(0, 200)),
    faults: [...faults, ...(person?.leftOut ?? [])].map(rowFaultSentence),
    ...(person
      ? {
          person: {
            givenName: person.details.givenName,
            familyName: person.details.familyName,
            birthDate: person.details.birthDate,
            ...(person.externalId === undefined ? {} : { externalId: person.externalId }),
            appointments: person.appointments.map(({ plannedDose, startsAt }) => ({ plannedDose, startsAt })),
          },
        }
      : {}),
  };
}
