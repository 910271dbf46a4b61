import { addMinutes } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import {
  beginImportJob,
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
import { clearTraces } from '../store/traces-left.ts';
import { rowChecker } from './check-rows.ts';
import { type ImportBackground, importJobOptions, noOptions } from './import-job.ts';
import { type ImportProgress, progressOf } from './import-progress.ts';
import type { ImportStation } from './import-station.ts';
import { ImportWork } from './import-work.ts';
import { inSlices } from './in-slices.ts';
import type { RowReader, StagedRow } from './staged-row.ts';
import { takeBackImport } from './take-back-import.ts';
import { writeImport } from './write-import.ts';

/** So many rows a file may have: beyond it a list is cut into several. */
export const MOST_ROWS = 500_000;
/** A list holds what people wrote about others: it stays so long, and no longer. */
const KEPT_DAYS = 7;
const STAGE_ROWS = 200;
const TELL_EVERY_MS = 300;

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
  #toldAt = 0;
  readonly #work: ImportWork;
  readonly #background: ImportBackground = {
    isStopped: () => this.#work.isStopped,
    tell: () => this.#tell(),
  };

  constructor(station: ImportStation) {
    this.#station = station;
    this.#work = new ImportWork(station, () => {
      if (isHalfWritten(this.job())) this.resume();
    });
  }

  /** Begins to take in a file. Whatever was only staged before is forgotten. */
  begin(file: BeginImport): Result<{ importId: string }, 'import-running'> {
    const job = this.job();
    if (job?.import_id === file.importId) return accept({ importId: file.importId });
    if (this.#work.isRunning || isHalfWritten(job)) return refuse('import-running');
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
    this.#work.start(async () => {
      const join = reading.afterReading?.(importId);
      if (join) await inSlices(() => !this.#work.isStopped && join());
      let noted = 0;
      const step = rowChecker(this.#station, importId, (row, rowsNoted) => {
        this.#checkedUpTo = row;
        noted = rowsNoted;
        this.#tell();
      });
      await inSlices(() => !this.#work.isStopped && this.#stands(importId, 'checking') && step());
      if (!this.#stands(importId, 'checking') || this.#work.isStopped) return;
      this.#station.db.transact(() => {
        setImportOptions(this.#station.db, importId, JSON.stringify({ ...noOptions, noted }));
        setImportState(this.#station.db, importId, 'ready');
      });
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
    if (job.state === 'writing') this.resume();
    if (job.state === 'writing' || job.state === 'done') return accept({});
    if (job.state !== 'ready') return refuse('import-not-ready');
    this.#station.db.transact(() => {
      setImportOptions(
        this.#station.db,
        importId,
        JSON.stringify({ ...importJobOptions(job), addDuplicates }),
      );
      setImportState(this.#station.db, importId, 'writing');
    });
    this.#work.start(() => writeImport(this.#station, this.#background));
    return accept({});
  }

  /** Before anything is written it leaves nothing; while it is written, what was written is taken back. */
  async cancel(importId: string): Promise<Result<Record<string, never>, 'import-unknown' | 'import-done'>> {
    const job = this.job();
    if (job?.import_id !== importId) return refuse('import-unknown');
    if (job.state === 'done' || job.state === 'taken-back') return refuse('import-done');
    if (job.state === 'taking-back') {
      this.resume();
      return accept({});
    }
    if (job.state === 'writing') {
      setImportState(this.#station.db, importId, 'taking-back');
      await this.#work.ended();
      this.#work.start(() => takeBackImport(this.#station, this.#background));
      return accept({});
    }
    this.#reading = undefined;
    removeImportJob(this.#station.db);
    await this.#work.ended();
    this.#work.start(async () => {});
    return accept({});
  }

  /** What a kill or a full disk stopped: writing and taking back go on, everything else is forgotten. */
  resume(): void {
    const job = this.job();
    if (this.#work.isRunning) return;
    if (job?.state === 'writing') this.#work.start(() => writeImport(this.#station, this.#background));
    else if (job?.state === 'taking-back')
      this.#work.start(() => takeBackImport(this.#station, this.#background));
    else if (job?.state === 'reading' || job?.state === 'checking') {
      removeImportJob(this.#station.db);
      this.#work.start(async () => {});
    }
  }

  /** Forgets a list that nobody went on with, and what is still listed of one that is over. */
  expire(): void {
    const job = this.job();
    const { clock, now } = this.#station;
    if (!job || this.#work.isRunning || !clock.isTrusted()) return;
    if (isHalfWritten(job)) return;
    if (job.began_at > addMinutes(now(), -KEPT_DAYS * 24 * 60)) return;
    this.#reading = undefined;
    removeImportJob(this.#station.db);
    this.#work.start(async () => clearTraces(this.#station.db, 'beside-the-desk'));
  }

  job(): ImportJobRow | undefined {
    return importJob(this.#station.db);
  }

  progress(): ImportProgress | undefined {
    const job = this.job();
    return (
      job &&
      progressOf(this.#station.db, job, {
        checkedUpTo: this.#checkedUpTo,
        reading: this.#reading,
        stopped: this.#work.fault?.code,
      })
    );
  }

  /** Ends after the transaction in hand. What was being written goes on at the next start. */
  async stop(): Promise<void> {
    await this.#work.stop();
  }

  /** Its line in the log, where the last work in the background was given up. */
  fault(): string | undefined {
    return this.#work.fault?.logId;
  }

  /** Once nothing runs in the background any more. */
  async settled(): Promise<void> {
    await this.#work.settled();
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

/** Stopped by a full disk, perhaps: what is staged of it is needed to go on. */
function isHalfWritten(job: ImportJobRow | undefined): boolean {
  return job?.state === 'writing' || job?.state === 'taking-back';
}
