import { csvReader } from '../../main/import/csv-reader.ts';
import { lookAtCsv } from '../../main/import/look-at-csv.ts';
import { rowContextOf } from '../../main/import/row-context-of.ts';
import { importRows } from '../../main/queries/import/import-lists.ts';
import type { Station } from '../../main/station.ts';
import type { RowVerdict } from '../../main/store/tables/import/imports.ts';
import { must } from './test-station.ts';

/** The columns of the lists that tests import. */
export const listHeader = 'Nr;Nachname;Vorname;Geburtsdatum;Termin;Zweiter Termin';

let index = 0;

/** Lists brought to the import desk of that station, in pieces as a window sends them. */
export function listImport(station: () => Station) {
  const stage = async (text: string | Uint8Array, pieceBytes = 5_000): Promise<string> => {
    const bytes = Buffer.from(text);
    const { plan } = lookAtCsv(bytes, {}, true);
    const importId = `00000000-0000-4000-8000-${String(index++).padStart(12, '0')}`;
    const desk = station().importDesk;
    await desk.settled();
    must(
      desk.begin({
        importId,
        fileName: 'liste.csv',
        size: bytes.length,
        format: 'csv',
        actor: 'operator',
        reader: csvReader(plan, rowContextOf(station())),
      }),
    );
    for (let at = 0, piece = 0; at < bytes.length; at += pieceBytes, piece++)
      must(await desk.chunk(importId, piece, bytes.subarray(at, at + pieceBytes)));
    must(await desk.check(importId));
    await desk.settled();
    return importId;
  };
  return {
    /** Brings a list in and has it checked: nothing of it is written yet. */
    stage,
    importAll: async (text: string | Uint8Array, addDuplicates = false): Promise<string> => {
      const importId = await stage(text);
      const desk = station().importDesk;
      must(desk.run(importId, addDuplicates));
      await desk.settled();
      return importId;
    },
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
