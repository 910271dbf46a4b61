import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { csvLine, csvStart } from '../../../domain/import/csv-text.ts';
import type { RowChoice } from '../../../domain/import/row-choice.ts';
import { rowFault, rowFaultSentence } from '../../../domain/import/row-fault.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { inEach } from '../../../domain/kernel/bilingual.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Reads } from '../../context.ts';
import type { RowData } from '../../import/staged-row.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  type ImportRow,
  importJob,
  importRuns,
  rowsAfter,
  rowsOfVerdict,
} from '../../store/tables/import/imports.ts';
import { personById, personIdByAnyId } from '../../store/tables/people/people.ts';
import { actorName } from '../staff/actor-name.ts';
import { type RowDifference, rowDifferences } from './row-differences.ts';

const PAGE_ROWS = 500;
const MOST_RUNS = 100;

/** A page of the rows that are not taken over, with the sentences why. */
export function importRows(
  station: Reads,
  { importId, verdict, after }: ChannelInput<'import.rows'>,
): Result<ChannelOutput<'import.rows'>, 'import-unknown'> {
  const { db } = station;
  if (importJob(db)?.import_id !== importId) return refuse('import-unknown');
  const rows = rowsOfVerdict(db, importId, verdict, after, PAGE_ROWS).map((row) => {
    const data = JSON.parse(row.data) as RowData;
    const details = data.person?.details;
    const likely = (data.likely?.personIds ?? []).flatMap((personId) => {
      const known = personById(db, personId);
      if (known?.status !== 'registered') return [];
      const { givenName, familyName, birthDate } = known.details;
      return [{ personId: known.personId, givenName, familyName, birthDate }];
    });
    return {
      row: row.row,
      name: details
        ? [details.familyName, details.givenName].filter((part) => part !== '').join(', ')
        : data.cells.slice(0, 4).join(' · ').slice(0, 120),
      ...(details ? { birthDate: details.birthDate } : {}),
      sentences: sentencesOf(row, data),
      differences: differencesOf(station, row, data),
      ...choiceView(row),
      likely,
    };
  });
  return accept({ rows });
}

function differencesOf(station: Reads, { verdict }: ImportRow, { person }: RowData): RowDifference[] {
  const id = verdict === 'changed' ? person?.externalId : undefined;
  const personId = id === undefined ? undefined : personIdByAnyId(station.db, id);
  return person && personId ? rowDifferences(station, personId, person) : [];
}

function choiceView({ choice }: ImportRow): { choice?: RowChoice['kind']; samePersonId?: PersonId } {
  if (choice === null) return {};
  const made = JSON.parse(choice) as RowChoice;
  return { choice: made.kind, ...(made.kind === 'same' ? { samePersonId: made.personId } : {}) };
}

/** A part of the file of what was not taken over: the row as it was, and why; and how many rows it lists. */
export function importErrorFile(
  { db }: Reads,
  { importId, language, after }: ChannelInput<'import.error-file'>,
): Result<ChannelOutput<'import.error-file'> & { readonly listed: number }, 'import-unknown'> {
  const job = importJob(db);
  if (job?.import_id !== importId) return refuse('import-unknown');
  const rows = rowsAfter(db, importId, after, PAGE_ROWS);
  const header = JSON.parse(job.header) as string[];
  const words = language === 'de' ? ['Zeile', 'Grund'] : ['Row', 'Reason'];
  const text = rows.flatMap((row) => {
    const data = JSON.parse(row.data) as RowData;
    if (!isListed(row.verdict) && !data.person?.leftOut && !data.notes) return [];
    const reasons = sentencesOf(row, data).map((sentence) => sentence[language]);
    return csvLine([row.row, reasons.join(' '), ...data.cells]);
  });
  const listed = text.length;
  if (after === 0) text.unshift(csvStart, csvLine([...words, ...header]));
  const last = rows.at(-1);
  return accept({ text: text.join(''), listed, ...(last ? { next: last.row } : {}) });
}

function byOf(db: ReadableDb, actor: string): { by?: string } {
  const by = actorName(db, actor);
  return by ? { by } : {};
}

export function pastImports({ db }: Reads): ChannelOutput<'import.runs'> {
  return {
    runs: importRuns(db, MOST_RUNS).map((run) => ({
      importId: run.import_id,
      state: run.state,
      format: run.format,
      ...byOf(db, run.actor),
      finishedAt: run.finished_at,
      counts: JSON.parse(run.counts),
    })),
  };
}

function isListed(verdict: ImportRow['verdict']): boolean {
  return verdict === 'refused' || verdict === 'changed' || verdict === 'duplicate';
}

function sentencesOf(
  { row, verdict }: ImportRow,
  { faults = [], notes = [], likely, person }: RowData,
): Bilingual[] {
  const told = verdict === 'duplicate' && faults.length === 0 ? [rowFault('likely-duplicate')] : faults;
  const reasons = [...told, ...notes, ...(person?.leftOut ?? [])];
  return reasons.map((fault) => {
    const sentence = rowFaultSentence(fault);
    const earlier = verdict === 'duplicate' ? likely?.row : undefined;
    return inEach((language) => {
      const place = language === 'de' ? `Zeile ${row}` : `Row ${row}`;
      const more =
        earlier === undefined ? '' : language === 'de' ? ` Siehe Zeile ${earlier}.` : ` See row ${earlier}.`;
      return `${place}: ${sentence[language]}${more}`;
    });
  });
}
