import type { Actor } from '../../domain/staff/actor.ts';
import type { Writes } from '../context.ts';
import {
  countVerdicts,
  importJob,
  rowsUpTo,
  setImportOptions,
  setImportState,
  setWrittenUpTo,
} from '../store/tables/import/imports.ts';
import { type ImportBackground, importJobOptions, recordImport } from './import-job.ts';
import { takeBackRows } from './take-back-rows.ts';

const ROWS = 50;

/** Takes back what the import that stands at `taking-back` has written, the last row first. */
export async function takeBackImport(station: Writes, { isStopped, tell }: ImportBackground): Promise<void> {
  while (!isStopped() && station.db.transact(() => takeSomeBack(station))) {
    tell();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Answers whether there may be more. */
function takeSomeBack(station: Writes): boolean {
  const { db } = station;
  const job = importJob(db);
  if (job?.state !== 'taking-back') return false;
  const { import_id: importId, format } = job;
  const options = importJobOptions(job);
  const rows = rowsUpTo(db, importId, job.written_up_to, ROWS);
  const last = rows.at(-1);
  if (last) {
    const taken = takeBackRows(station, rows, { importId, actor: job.actor as Actor });
    const told = {
      ...options,
      withdrawn: options.withdrawn + taken.withdrawn,
      kept: options.kept + taken.kept,
    };
    setWrittenUpTo(db, importId, last.row - 1, JSON.stringify(told));
    return true;
  }
  const { withdrawn, kept } = options;
  const counts = countVerdicts(db, importId);
  recordImport(station, job, {
    type: 'ImportTakenBack',
    version: 2,
    data: { importId, format, counts, withdrawn, kept },
  });
  setImportOptions(db, importId, JSON.stringify({ ...options, counts }));
  setImportState(db, importId, 'taken-back');
  return false;
}
