import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import {
  beginImportJob,
  clearRows,
  type ImportJobRow,
  type ImportRow,
  type ImportState,
  importJob,
  removeImportJob,
  setImportHeader,
  setImportOptions,
  setImportState,
  stageRow,
} from '../store/tables/import/imports.ts';
import { rowChecker } from './check-rows.ts';
import { type ImportBackground, noOptions } from './import-job.ts';
import { type ImportProgress, progressOf } from './import-progress.ts';
import type { ImportStation } from './import-station.ts';
import { inSlices } from './in-slices.ts';
import type { RowReader, StagedRow } from './staged-row.ts';
import { takeBackImport } from './take-back-import.ts';
import { writeImport } from './write-import.ts';

/** So many rows a file may have: beyond it a list is cut into several. */
export const MOST_ROWS = 500_000;
const STAGE_ROWS = 50;
const CLEAR_ROWS = 200;
const TELL_EVERY_MS = 300;
const TRY_AGAIN_MS = 10_000;

export interface BeginImport {
  readonly importId: string;
  readonly fileName: string;
  readonly size: number;
  readonly format: 'csv' | 'fhir';
  readonly reader: RowReader;
  readonly actor: Actor;
  /** Prepares what can only be evaluated once the whole file is read: appointments and their patients in a bundle. */
  readonly afterReading?: (importId: string) => () => boolean;
}

/**
 * The one import of a station: file to staging area, check, write, or take back. It works in slices beside the desk;
 * docs/decisions/0013 says what is all or nothing.
 */
export class ImportDesk {
  readonly #station: ImportStation;
  #reading: (BeginImport & { read: number; nextChunk: number; rows: number }) | undefined;
  #checkedUpTo = 0;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #toldAt = 0;
  #fault: string | undefined;
  #again: NodeJS.Timeout | undefined;
  readonly #background: ImportBackground = { isStopped: () => this.#isStopped, tell: () => this.#tell() };

  constructor(station: ImportStation) {
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
    this.#start(() => writeImport(this.#station, this.#background));
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
      this.#start(() => takeBackImport(this.#station, this.#background));
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
    if (job?.state === 'writing') this.#start(() => writeImport(this.#station, this.#background));
    else if (job?.state === 'taking-back') this.#start(() => takeBackImport(this.#station, this.#background));
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
    return (
      job && progressOf(this.#station.db, job, { checkedUpTo: this.#checkedUpTo, reading: this.#reading })
    );
  }

  /** Ends after the transaction in hand. What was being written goes on at the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#again);
    await this.#running;
  }

  /** Its line in the log, where the last work in the background was given up. */
  fault(): string | undefined {
    return this.#fault;
  }

  /** Once nothing runs in the background any more. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
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

  /** Afterwards the staging area keeps only what people must still look at. */
  async #clear(): Promise<void> {
    const { db } = this.#station;
    const job = this.job();
    await inSlices(() => !this.#isStopped && clearRows(db, false, job?.import_id, CLEAR_ROWS));
    if (job?.state === 'done' || job?.state === 'taken-back')
      await inSlices(() => !this.#isStopped && clearRows(db, true, job.import_id, CLEAR_ROWS));
  }

  #start(work: () => Promise<void>): void {
    this.#fault = undefined;
    clearTimeout(this.#again);
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
      this.#fault = this.#station.log.problem('import-stopped', error);
      this.#again = setTimeout(() => this.#tryAgain(), TRY_AGAIN_MS);
    }
  }

  /** A full disk, a foreign lock: they pass, and what was being written goes on. */
  #tryAgain(): void {
    const state = this.job()?.state;
    if (!this.#running && (state === 'writing' || state === 'taking-back')) this.resume();
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
