import type { ImportCounts } from '../../domain/import/events.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import type { Actor, Station } from '../station.ts';
import { commit } from '../store/commit.ts';
import {
  beginImportJob,
  clearRows,
  countChosen,
  countVerdicts,
  type ImportJobRow,
  type ImportRow,
  type ImportState,
  importJob,
  removeImportJob,
  rowsAfter,
  rowsUpTo,
  setImportHeader,
  setImportOptions,
  setImportState,
  setWrittenUpTo,
  stageRow,
} from '../store/tables/imports.ts';
import { rowChecker } from './check-rows.ts';
import { inSlices } from './in-slices.ts';
import type { RowReader, StagedRow } from './staged-row.ts';
import { takeBackRows } from './take-back-rows.ts';
import { signFromOf, writeRows } from './write-rows.ts';

/** So many rows a file may have: beyond it a list is cut into several. */
export const MOST_ROWS = 500_000;
const STAGE_ROWS = 50;
const CLEAR_ROWS = 200;
/** A transaction of the import lasts about so long: what anybody at the desk may have to wait for it. */
const TRANSACTION_MS = 25;
/** About 50 MB of the store's log: what is written must not run away from what reached the file. */
const CHECKPOINT_ROWS = 2_000;
const TELL_EVERY_MS = 300;

export interface BeginImport {
  readonly importId: string;
  readonly fileName: string;
  readonly size: number;
  readonly format: 'csv' | 'fhir';
  readonly reader: RowReader;
  readonly actor: Actor;
  /** Prepares what can only be judged once the whole file is read: appointments and their patients in a bundle. */
  readonly afterReading?: (importId: string) => () => boolean;
}

interface Options {
  readonly addDuplicates: boolean;
  readonly appointments: number;
  readonly passes: number;
  readonly withdrawn: number;
  readonly kept: number;
}

const noOptions: Options = { addDuplicates: false, appointments: 0, passes: 0, withdrawn: 0, kept: 0 };

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
  /** Rows that somebody chose to take over, while nothing is written yet. */
  readonly chosen: number;
}

/**
 * The one import of a station: file to staging area, check, write, or take back. It works in slices beside the desk;
 * docs/decisions/0013 says what is all or nothing.
 */
export class ImportDesk {
  readonly #station: Station;
  #reading: (BeginImport & { read: number; nextChunk: number; rows: number }) | undefined;
  #checkedUpTo = 0;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #toldAt = 0;

  constructor(station: Station) {
    this.#station = station;
  }

  /** Begins to take in a file. Whatever was only staged before is forgotten. */
  begin(file: BeginImport): Result<{ importId: string }, 'import-running'> {
    const job = this.job();
    if (job?.import_id === file.importId) return accept({ importId: file.importId });
    if (this.#running !== undefined) return refuse('import-running');
    const { importId, fileName, format, actor } = file;
    const now = this.#station.now();
    beginImportJob(this.#station.db, {
      import_id: importId,
      file_name: fileName,
      format,
      actor,
      began_at: now,
      header: '[]',
      options: JSON.stringify(noOptions),
    });
    this.#reading = { ...file, read: 0, nextChunk: 0, rows: 0 };
    this.#checkedUpTo = 0;
    this.#tell(true);
    return accept({ importId });
  }

  /** Takes the next piece of the file. */
  async chunk(
    importId: string,
    index: number,
    bytes: Uint8Array,
  ): Promise<Result<{ rows: number }, 'import-unknown' | 'chunk-out-of-order' | 'too-many-rows'>> {
    const reading = this.#reading;
    if (reading?.importId !== importId) return refuse('import-unknown');
    if (index < reading.nextChunk) return accept({ rows: reading.rows });
    if (index !== reading.nextChunk) return refuse('chunk-out-of-order');
    reading.nextChunk += 1;
    await this.#stage(reading.reader.push(bytes));
    if (this.#reading !== reading) return refuse('import-unknown');
    reading.read += bytes.length;
    if (reading.rows > MOST_ROWS) {
      await this.cancel(importId);
      return refuse('too-many-rows');
    }
    this.#tell();
    return accept({ rows: reading.rows });
  }

  /** The file has ended: checks every row, in the background. */
  async check(importId: string): Promise<Result<Record<string, never>, 'import-unknown'>> {
    const reading = this.#reading;
    if (reading?.importId !== importId)
      return this.job()?.import_id === importId ? accept({}) : refuse('import-unknown');
    await this.#stage(reading.reader.end());
    if (this.#reading !== reading) return refuse('import-unknown');
    this.#reading = undefined;
    setImportHeader(this.#station.db, importId, JSON.stringify(reading.reader.header()));
    setImportState(this.#station.db, importId, 'checking');
    this.#start(async () => {
      const join = reading.afterReading?.(importId);
      if (join) await inSlices(() => !this.#isStopped && join());
      const step = rowChecker(this.#station, importId, (row) => {
        this.#checkedUpTo = row;
        this.#tell();
      });
      await inSlices(() => !this.#isStopped && this.#stands(importId, 'checking') && step());
      if (this.#stands(importId, 'checking') && !this.#isStopped)
        setImportState(this.#station.db, importId, 'ready');
    });
    return accept({});
  }

  /** Writes what was checked, in the background; a kill goes on with it at the next start. */
  run(
    importId: string,
    addDuplicates: boolean,
  ): Result<Record<string, never>, 'import-unknown' | 'import-not-ready'> {
    const job = this.job();
    if (job?.import_id !== importId) return refuse('import-unknown');
    if (job.state === 'writing' || job.state === 'done') return accept({});
    if (job.state !== 'ready') return refuse('import-not-ready');
    this.#station.db.transact(() => {
      setImportOptions(this.#station.db, importId, JSON.stringify({ ...noOptions, addDuplicates }));
      setImportState(this.#station.db, importId, 'writing');
    });
    this.#start(() => this.#write());
    return accept({});
  }

  /** Before anything is written it leaves nothing; while it is written, what was written is taken back. */
  async cancel(importId: string): Promise<Result<Record<string, never>, 'import-unknown' | 'import-done'>> {
    const job = this.job();
    if (job?.import_id !== importId) return refuse('import-unknown');
    if (job.state === 'done' || job.state === 'taken-back') return refuse('import-done');
    if (job.state === 'taking-back') return accept({});
    if (job.state === 'writing') {
      setImportState(this.#station.db, importId, 'taking-back');
      await this.#running;
      this.#start(() => this.#takeBack());
      return accept({});
    }
    this.#reading = undefined;
    removeImportJob(this.#station.db);
    await this.#running;
    this.#start(async () => {});
    return accept({});
  }

  /** What a kill interrupted: writing and taking back go on, everything else is forgotten. */
  resume(): void {
    const job = this.job();
    if (job?.state === 'writing') this.#start(() => this.#write());
    else if (job?.state === 'taking-back') this.#start(() => this.#takeBack());
    else if (job?.state === 'reading' || job?.state === 'checking') {
      removeImportJob(this.#station.db);
      this.#start(async () => {});
    }
  }

  job(): ImportJobRow | undefined {
    return importJob(this.#station.db);
  }

  progress(): ImportProgress | undefined {
    const job = this.job();
    if (!job) return undefined;
    const { addDuplicates: _, ...told } = JSON.parse(job.options) as Options;
    const counts = countVerdicts(this.#station.db, job.import_id);
    const kept = job.state === 'done' || job.state === 'taken-back' ? keptCounts(job) : undefined;
    return {
      importId: job.import_id,
      state: job.state,
      fileName: job.file_name,
      format: job.format,
      ...this.#reached(job, counts.rows),
      counts: kept ?? counts,
      ...told,
      chosen: job.state === 'ready' ? countChosen(this.#station.db, job.import_id) : 0,
    };
  }

  /** Ends after the transaction in hand. What was being written goes on at the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  /** Once nothing runs in the background any more. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  #reached(job: ImportJobRow, rows: number): { done: number; total: number } {
    if (this.#reading) return { done: this.#reading.read, total: this.#reading.size };
    if (job.state === 'checking') return { done: Math.min(this.#checkedUpTo, rows), total: rows };
    if (job.state === 'ready') return { done: 0, total: rows };
    return { done: Math.min(job.written_up_to, rows), total: rows };
  }

  async #stage(rows: Iterable<StagedRow>): Promise<void> {
    const source = rows[Symbol.iterator]();
    const reading = this.#reading;
    if (!reading) return;
    await inSlices(() => {
      if (this.#reading !== reading) return false;
      return this.#station.db.transactUnsynced(() => {
        for (let count = 0; count < STAGE_ROWS; count++) {
          const next = source.next();
          if (next.done) return false;
          const { row, verdict, data } = next.value;
          const person_id = verdict === 'add' ? this.#station.newId() : null;
          stageRow(this.#station.db, reading.importId, {
            row,
            verdict,
            person_id: person_id as ImportRow['person_id'],
            data: JSON.stringify(data),
          });
          reading.rows += 1;
        }
        return true;
      });
    });
  }

  async #write(): Promise<void> {
    const { db, now } = this.#station;
    const job = this.job();
    if (!job) return;
    const importId = job.import_id;
    const actor = job.actor as Actor;
    const counted = countVerdicts(db, importId);
    const signFrom = signFromOf(now(), counted.rows);
    let batch = STAGE_ROWS;
    let sinceCheckpoint = 0;
    for (;;) {
      if (this.#isStopped) return;
      const started = performance.now();
      const more = db.transactUnsynced(() => {
        const current = this.job();
        if (current?.state !== 'writing') return false;
        const rows = rowsAfter(db, importId, current.written_up_to, batch);
        const last = rows.at(-1);
        if (!last) return false;
        const options = JSON.parse(current.options) as Options;
        const { addDuplicates } = options;
        const written = writeRows(this.#station, rows, { importId, actor, addDuplicates, signFrom });
        const told = {
          ...options,
          appointments: options.appointments + written.appointments,
          passes: options.passes + written.passes,
        };
        setWrittenUpTo(db, importId, last.row, JSON.stringify(told));
        return true;
      });
      if (!more) break;
      sinceCheckpoint += batch;
      batch = nextBatch(batch, performance.now() - started);
      if (sinceCheckpoint > CHECKPOINT_ROWS) {
        await this.#station.checkpoints.caughtUp();
        sinceCheckpoint = 0;
      }
      this.#tell();
      await new Promise((resolve) => setImmediate(resolve));
    }
    db.transact(() => this.#finish());
  }

  /** Everything is written: the import is a fact of the centre now. */
  #finish(): void {
    const { db } = this.#station;
    const job = this.job();
    if (job?.state !== 'writing') return;
    const { appointments, passes } = JSON.parse(job.options) as Options;
    const counts = countVerdicts(db, job.import_id);
    const { import_id: importId, format } = job;
    this.#record(job, {
      type: 'PeopleImported',
      version: 2,
      data: { importId, format, counts, appointments, passes },
    });
    setImportOptions(db, importId, JSON.stringify({ ...JSON.parse(job.options), counts }));
    setImportState(db, importId, 'done');
  }

  async #takeBack(): Promise<void> {
    const { db } = this.#station;
    const started = this.job();
    if (!started) return;
    const { import_id: importId, format } = started;
    const actor = started.actor as Actor;
    for (;;) {
      if (this.#isStopped) return;
      const more = db.transact(() => {
        const job = this.job();
        if (job?.state !== 'taking-back') return false;
        const options = JSON.parse(job.options) as Options;
        const rows = rowsUpTo(db, importId, job.written_up_to, STAGE_ROWS);
        const last = rows.at(-1);
        if (last) {
          const taken = takeBackRows(this.#station, rows, { importId, actor });
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
        this.#record(job, {
          type: 'ImportTakenBack',
          version: 2,
          data: { importId, format, counts, withdrawn, kept },
        });
        setImportOptions(db, importId, JSON.stringify({ ...options, counts }));
        setImportState(db, importId, 'taken-back');
        return false;
      });
      if (!more) return;
      this.#tell();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #record(job: ImportJobRow, event: StationEvent): void {
    const { db, writer, now } = this.#station;
    commit(db, writer, [{ stream: 'centre', actor: job.actor, occurredAt: now(), event }]);
  }

  /** Afterwards the staging area keeps only what people must still look at. */
  async #clear(): Promise<void> {
    const { db } = this.#station;
    const job = this.job();
    await inSlices(() => !this.#isStopped && clearRows(db, false, job?.import_id, CLEAR_ROWS));
    if (job?.state === 'done' || job?.state === 'taken-back')
      await inSlices(() => !this.#isStopped && clearRows(db, true, job.import_id, CLEAR_ROWS));
  }

  #start(work: () => Promise<void>): void {
    const running: Promise<void> = this.#workThenClear(work).then(() => {
      if (this.#running === running) this.#running = undefined;
      this.#station.announce(['import', 'people', 'desk', 'board', 'passes', 'system']);
    });
    this.#running = running;
  }

  async #workThenClear(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      await this.#clear();
    } catch (error) {
      this.#station.log.problem('import-stopped', error);
    }
  }

  #stands(importId: string, state: ImportState): boolean {
    const job = this.job();
    return job?.import_id === importId && job.state === state;
  }

  #tell(isAtOnce = false): void {
    const nowMs = performance.now();
    if (!isAtOnce && nowMs - this.#toldAt < TELL_EVERY_MS) return;
    this.#toldAt = nowMs;
    this.#station.announce(['import']);
  }
}

function keptCounts(job: ImportJobRow): ImportCounts | undefined {
  return (JSON.parse(job.options) as { counts?: ImportCounts }).counts;
}

/** Follows the speed of the machine, by at most a factor of two at a time. */
function nextBatch(batch: number, tookMs: number): number {
  const fitting = (batch * TRANSACTION_MS) / Math.max(tookMs, 0.1);
  return Math.round(Math.max(10, Math.min(1_000, batch / 2 > fitting ? batch / 2 : fitting, batch * 2)));
}
