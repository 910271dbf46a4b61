import type { ImportCounts } from '../../domain/import/events.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import type { WritableDb } from '../store/database.ts';
import { type ImportJobRow, importJob, setImportOptions } from '../store/tables/import/imports.ts';

/** What was wished of an import, and how far it came: kept as JSON with its job. */
export interface JobOptions {
  readonly addDuplicates: boolean;
  readonly appointments: number;
  readonly passes: number;
  readonly withdrawn: number;
  readonly kept: number;
  /** Rows that are taken over with something to be told. */
  readonly noted: number;
  /** While it is checked: up to which row appointments were joined with their people, and rows were evaluated. */
  readonly joinedUpTo?: number;
  readonly checkedUpTo?: number;
  /** Once it is over: the rows are cleared then. */
  readonly counts?: ImportCounts;
}

export const noOptions: JobOptions = {
  addDuplicates: false,
  appointments: 0,
  passes: 0,
  withdrawn: 0,
  kept: 0,
  noted: 0,
};

export function importJobOptions({ options }: ImportJobRow): JobOptions {
  return { ...noOptions, ...(JSON.parse(options) as Partial<JobOptions>) };
}

/** Keeps how far an import came, in the transaction that brought it there. */
export function noteReached(
  db: WritableDb,
  importId: string,
  reached: Pick<JobOptions, 'joinedUpTo' | 'checkedUpTo'>,
): void {
  const job = importJob(db);
  if (job?.import_id === importId)
    setImportOptions(db, importId, JSON.stringify({ ...importJobOptions(job), ...reached }));
}

/** What work in the background needs of whoever started it. */
export interface ImportBackground {
  readonly isStopped: () => boolean;
  readonly tell: () => void;
}

/** What became of an import, as a fact of the centre. Call it in the transaction that ends the job. */
export function recordImport(station: Writes, job: ImportJobRow, event: StationEvent): void {
  commit(station, [{ stream: 'centre', actor: job.actor, occurredAt: station.now(), event }]);
}
