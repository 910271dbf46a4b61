import { type ImportFaultCode, importFaultCodes } from '../../contracts/ipc/import-contract.ts';
import type { ImportCounts } from '../../domain/import/events.ts';
import type { ReadableDb } from '../store/database.ts';
import { storeFaultOf } from '../store/store-fault.ts';
import {
  countChosen,
  countVerdicts,
  type ImportJobRow,
  type ImportState,
} from '../store/tables/import/imports.ts';
import { importJobOptions } from './import-job.ts';

/** Why the work in the background was given up for now. */
export interface ImportFault {
  readonly code: ImportFaultCode;
  /** Its line in the log. */
  readonly logId: string;
}

/** How far an import is, for whoever watches it. */
export interface ImportProgress {
  readonly importId: string;
  readonly state: ImportState;
  readonly fileName: string;
  readonly format: 'csv' | 'fhir';
  /** Of bytes while reading, of rows afterwards. */
  readonly done: number;
  readonly total: number;
  readonly counts: ImportCounts;
  readonly appointments: number;
  readonly passes: number;
  readonly withdrawn: number;
  readonly kept: number;
  /** Rows that are taken over, but with something to be told. */
  readonly noted: number;
  /** Rows that somebody chose to take over, while nothing is written yet. */
  readonly chosen: number;
  /** Why it does not go on, until it does. */
  readonly stopped?: ImportFaultCode;
}

export function importFaultOf(error: unknown, logId: string): ImportFault {
  const code = storeFaultOf(error)?.code;
  return { code: importFaultCodes.find((each) => each === code) ?? 'unknown', logId };
}

interface Reached {
  /** Bytes of a file that is still read. */
  readonly reading: { readonly read: number; readonly size: number } | undefined;
  /** The last row that was checked. */
  readonly checkedUpTo: number;
  readonly stopped: ImportFaultCode | undefined;
}

export function progressOf(db: ReadableDb, job: ImportJobRow, reached: Reached): ImportProgress {
  const { appointments, passes, withdrawn, kept, noted, counts: last } = importJobOptions(job);
  const counts = countVerdicts(db, job.import_id);
  const atItsEnd = job.state === 'done' || job.state === 'taken-back' ? last : undefined;
  return {
    importId: job.import_id,
    state: job.state,
    fileName: job.file_name,
    format: job.format,
    ...doneOf(job, counts.rows, reached),
    counts: atItsEnd ?? counts,
    ...{ appointments, passes, withdrawn, kept, noted },
    chosen: job.state === 'ready' ? countChosen(db, job.import_id) : 0,
    ...(reached.stopped ? { stopped: reached.stopped } : {}),
  };
}

function doneOf(
  job: ImportJobRow,
  rows: number,
  { reading, checkedUpTo }: Reached,
): { done: number; total: number } {
  if (reading) return { done: reading.read, total: reading.size };
  if (job.state === 'checking') return { done: Math.min(checkedUpTo, rows), total: rows };
  if (job.state === 'ready') return { done: 0, total: rows };
  return { done: Math.min(job.written_up_to, rows), total: rows };
}
