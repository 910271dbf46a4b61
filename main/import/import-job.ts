import type { ImportCounts } from '../../domain/import/events.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import type { ImportJobRow } from '../store/tables/import/imports.ts';

/** What was wished of an import, and how far it came: kept as JSON with its job. */
export interface JobOptions {
  readonly addDuplicates: boolean;
  readonly appointments: number;
  readonly passes: number;
  readonly withdrawn: number;
  readonly kept: number;
  /** Rows that are taken over with something to be told. */
  readonly noted: number;
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

/** What work in the background needs of whoever started it. */
export interface ImportBackground {
  readonly isStopped: () => boolean;
  readonly tell: () => void;
}

/** What became of an import, as a fact of the centre. Call it in the transaction that ends the job. */
export function recordImport(station: Writes, job: ImportJobRow, event: StationEvent): void {
  commit(station, [{ stream: 'centre', actor: job.actor, occurredAt: station.now(), event }]);
}
