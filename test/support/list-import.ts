import { csvReader } from '../../main/import/csv-reader.ts';
import { fhirReader } from '../../main/import/fhir-reader.ts';
import { lookAtCsv } from '../../main/import/look-at-csv.ts';
import { rowContextOf } from '../../main/import/row-context-of.ts';
import type { BeginImport } from '../../main/import/stage-piece.ts';
import { importRows } from '../../main/queries/import/import-lists.ts';
import type { Station } from '../../main/station.ts';
import type { RowVerdict } from '../../main/store/tables/import/imports.ts';
import { must } from './test-station.ts';

/** The columns of the lists that tests import. */
export const listHeader = 'Patientennummer;Nachname;Vorname;Geburtsdatum;Termin;Zweiter Termin';

let index = 0;

/** Lists brought to the import desk of that station, in pieces as a window sends them. */
export function listImport(station: () => Station) {
  const stage = async (text: string | Uint8Array, pieceBytes = 5_000): Promise<string> => {
    const bytes = Buffer.from(text);
    const { plan } = lookAtCsv(bytes, {}, true);
    const reader = csvReader(plan, rowContextOf(station()));
    return bring(station(), bytes, { format: 'csv', fileName: 'liste.csv', reader }, pieceBytes);
  };
  const importAll = async (text: string | Uint8Array, addDuplicates = false): Promise<string> =>
    write(station(), await stage(text), addDuplicates);
  return {
    /** Brings a list in and has it checked: nothing of it is written yet. */
    stage,
    importAll,
    counts: () => station().importDesk.progress()?.counts,
    peopleHere: (): number => {
      const all = station().db.all<{ count: number }>('SELECT count(*) AS count FROM person');
      return all[0]?.count ?? 0;
    },
    sentences: (
      importId: string,
      verdict: Extract<RowVerdict, 'refused' | 'duplicate' | 'changed'>,
    ): string[] =>
      must(importRows(station(), { importId, verdict, after: 0 })).rows.flatMap((row) =>
        row.sentences.map(({ de }) => de),
      ),
  };
}

/** FHIR bundles brought to that import desk, and written with what can be written. */
export function fhirImport(station: () => Station) {
  return {
    importBundle: async (text: string, pieceBytes = 700): Promise<string> => {
      const reader = fhirReader(rowContextOf(station()));
      const file = { format: 'fhir', fileName: 'bundle.json', reader } as const;
      return write(station(), await bring(station(), Buffer.from(text), file, pieceBytes), false);
    },
    counts: () => {
      const found = station().importDesk.progress()?.counts;
      if (!found) throw new Error('no import');
      return found;
    },
  };
}

export function bundleOf(entries: readonly unknown[]): string {
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: entries });
}

async function bring(
  { importDesk: desk }: Station,
  bytes: Uint8Array,
  file: Pick<BeginImport, 'format' | 'fileName' | 'reader'>,
  pieceBytes: number,
): Promise<string> {
  const importId = `00000000-0000-4000-8000-${String(index++).padStart(12, '0')}`;
  await desk.settled();
  must(desk.begin({ importId, size: bytes.length, actor: 'operator', ...file }));
  for (let at = 0, piece = 0; at < bytes.length; at += pieceBytes, piece++)
    must(await desk.chunk(importId, piece, bytes.subarray(at, at + pieceBytes)));
  must(await desk.check(importId));
  await desk.settled();
  return importId;
}

async function write({ importDesk: desk }: Station, importId: string, addDuplicates: boolean) {
  must(desk.run(importId, addDuplicates));
  await desk.settled();
  return importId;
}
