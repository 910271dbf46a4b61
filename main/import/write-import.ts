import type { Actor, Station } from '../station.ts';
import {
  countVerdicts,
  importJob,
  rowsAfter,
  setImportOptions,
  setImportState,
  setWrittenUpTo,
} from '../store/tables/imports.ts';
import { type ImportBackground, importJobOptions, recordImport } from './import-job.ts';
import { signFromOf, writeRows } from './write-rows.ts';

const FIRST_ROWS = 50;
/** A transaction lasts about so long: what anybody at the desk may have to wait for it. */
const TRANSACTION_MS = 25;
/** About 50 MB of the store's log: what is written must not run away from what reached the file. */
const CHECKPOINT_ROWS = 2_000;

/** Writes the rows of the import that stands at `writing` from where it came to; goes on there after a kill. */
export async function writeImport(station: Station, { isStopped, tell }: ImportBackground): Promise<void> {
  const job = importJob(station.db);
  if (!job) return;
  const { rows } = countVerdicts(station.db, job.import_id);
  const signFrom = signFromOf(station.now(), rows);
  let batch = FIRST_ROWS;
  let sinceCheckpoint = 0;
  for (;;) {
    if (isStopped()) return;
    const started = performance.now();
    const isMore = station.db.transactUnsynced(() => writeSome(station, batch, signFrom));
    if (!isMore) break;
    sinceCheckpoint += batch;
    batch = nextBatch(batch, performance.now() - started);
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
function writeSome(station: Station, most: number, signFrom: ReturnType<typeof signFromOf>): boolean {
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
function finish(station: Station): void {
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

/** Follows the speed of the machine, by at most a factor of two at a time. */
function nextBatch(batch: number, tookMs: number): number {
  const fitting = (batch * TRANSACTION_MS) / Math.max(tookMs, 0.1);
  return Math.round(Math.max(10, Math.min(1_000, batch / 2 > fitting ? batch / 2 : fitting, batch * 2)));
}
