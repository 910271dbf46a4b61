import { clearRows, importJob, setImportState } from '../store/tables/import/imports.ts';
import { BatchPace } from './batch-pace.ts';
import { importJobOptions } from './import-job.ts';
import { type ImportFault, importFaultOf } from './import-progress.ts';
import type { ImportStation } from './import-station.ts';
import { inSlices } from './in-slices.ts';

/** Clearing looks at each row that stays again and again. */
const MOST_NOTED = 5_000;
const RETRY_MS = 10_000;

/** What an import does beside the desk: one piece of work after another, and what became of the last. */
export class ImportWork {
  readonly #station: ImportStation;
  readonly #goOn: () => void;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #fault: ImportFault | undefined;
  #retry: NodeJS.Timeout | undefined;

  /** `goOn` is called some time after work was given up. */
  constructor(station: ImportStation, goOn: () => void) {
    this.#station = station;
    this.#goOn = goOn;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Whether the work is to end after the transaction in hand. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Why the last work was given up. */
  get fault(): ImportFault | undefined {
    return this.#fault;
  }

  start(work: () => Promise<void>): void {
    this.#fault = undefined;
    clearTimeout(this.#retry);
    const running: Promise<void> = this.#workThenClear(work).then(() => {
      if (this.#running === running) this.#running = undefined;
      this.#station.announce(['import', 'people', 'desk', 'board', 'passes', 'system']);
    });
    this.#running = running;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    await this.#running;
  }

  /** Once the work in hand has ended. */
  async ended(): Promise<void> {
    await this.#running;
  }

  /** Once nothing runs any more. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #workThenClear(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      await this.#clear();
    } catch (error) {
      this.#giveUp(error);
    }
  }

  /** A full disk, a lock and a disk that does not answer pass; what was to be done is still staged. */
  #giveUp(error: unknown): void {
    this.#fault = importFaultOf(error, this.#station.log.problem('import-stopped', error));
    if (this.#isStopped) return;
    this.#retry = setTimeout(() => {
      try {
        this.#goOn();
      } catch (again) {
        this.#giveUp(again);
      }
    }, RETRY_MS);
    this.#retry.unref();
  }

  /** Afterwards the staging area keeps only what people must still look at. */
  async #clear(): Promise<void> {
    const job = importJob(this.#station.db);
    await this.#clearAllBut('nothing', job?.import_id);
    if (job?.state !== 'done' && job?.state !== 'taken-back') return;
    const keeps = importJobOptions(job).noted <= MOST_NOTED ? 'noted' : 'listed';
    await this.#clearAllBut(keeps, job.import_id);
    // A synced commit, however small, syncs what was cleared before it.
    setImportState(this.#station.db, job.import_id, job.state);
  }

  async #clearAllBut(...[keeps, importId]: [Parameters<typeof clearRows>[1], string | undefined]) {
    const { db } = this.#station;
    const batch = new BatchPace({ first: 200, most: 2_000, ms: 10 });
    await inSlices(() => {
      if (this.#isStopped) return false;
      const started = performance.now();
      const isMore = db.transactUnsynced(() => clearRows(db, keeps, importId, batch.size));
      batch.took(performance.now() - started);
      return isMore;
    });
  }
}
