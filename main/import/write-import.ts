import type { Actor } from '../../domain/staff/actor.ts';
import {
  countVerdicts,
  importJob,
  rowsAfter,
  setImportOptions,
  setImportState,
  setWrittenUpTo,
} from '../store/tables/import/imports.ts';
import { BatchPace } from './batch-pace.ts';
import { type ImportBackground, importJobOptions, recordImport } from './import-job.ts';
import type { ImportStation } from './import-station.ts';
import { indexDeferredInSlices } from './index-deferred.ts';
import { signFromOf, writeRows } from './write-rows.ts';

/** About 50 MB of the store's log: what is written must not run away from what reached the file. */
const CHECKPOINT_ROWS = 10_000;
/** So many people at most, and for so long, are written before they are found by what they are called. */
const UNSORTED_ROWS = 10_000;
const UNSORTED_MS = 1_000;

/** Writes the rows of the import that stands at `writing` from where it came to; goes on there after a kill. */
export async function writeImport(
  station: ImportStation,
  { isStopped, tell }: ImportBackground,
): Promise<void> {
  const job = importJob(station.db);
  if (!job) return;
  const { rows } = countVerdicts(station.db, job.import_id);
  const signFrom = signFromOf(station.now(), rows);
  const batch = new BatchPace({ first: 50, most: 1_000, ms: 25 });
  const group = new BatchPace({ first: 2_000, most: UNSORTED_ROWS, ms: 40 });
  let sinceSorted = 0;
  let sortedAt = performance.now();
  let sinceCheckpoint = 0;
  for (;;) {
    if (isStopped()) return;
    const { size } = batch;
    const started = performance.now();
    const isMore = station.db.transactUnsynced(() => writeSome(station, size, signFrom));
    batch.took(performance.now() - started);
    sinceSorted += size;
    sinceCheckpoint += size;
    const isFull = sinceSorted >= group.size;
    if (!isMore || isFull || performance.now() - sortedAt > UNSORTED_MS) {
      const sliceMs = await indexDeferredInSlices(station);
      if (isFull) group.took(sliceMs);
      sinceSorted = 0;
      sortedAt = performance.now();
    }
    if (!isMore) break;
    if (sinceCheckpoint > CHECKPOINT_ROWS) {
      await station.checkpoints.caughtUp();
      sinceCheckpoint = 0;
    }
    tell();
    await new Promise((resolve) => setImmediate(resolve));
  }
  station.db.transact(() => finish(station));
}

/** The next rows and how far that is, in one transaction. Answers whether there were any. */
function writeSome(station: ImportStation, most: number, signFrom: ReturnType<typeof signFromOf>): boolean {
  const { db } = station;
  const job = importJob(db);
  if (job?.state !== 'writing') return false;
  const importId = job.import_id;
  const rows = rowsAfter(db, importId, job.written_up_to, most);
  const last = rows.at(-1);
  if (!last) return false;
  const options = importJobOptions(job);
  const { addDuplicates } = options;
  const written = writeRows(station, rows, { importId, actor: job.actor as Actor, addDuplicates, signFrom });
  const told = {
    ...options,
    appointments: options.appointments + written.appointments,
    passes: options.passes + written.passes,
  };
  setWrittenUpTo(db, importId, last.row, JSON.stringify(told));
  return true;
}

/** Everything is written: the import is a fact of the centre now. */
function finish(station: ImportStation): void {
  const { db } = station;
  const job = importJob(db);
  if (job?.state !== 'writing') return;
  const options = importJobOptions(job);
  const { appointments, passes } = options;
  const { import_id: importId, format } = job;
  const counts = countVerdicts(db, importId);
  recordImport(station, job, {
    type: 'PeopleImported',
    version: 2,
    data: { importId, format, counts, appointments, passes },
  });
  setImportOptions(db, importId, JSON.stringify({ ...options, counts }));
  setImportState(db, importId, 'done');
}
