import { addMinutes } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import {
  beginImportJob,
  type ImportJobRow,
  type ImportState,
  importJob,
  removeImportJob,
  setImportHeader,
  setImportOptions,
  setImportState,
} from '../store/tables/import/imports.ts';
import { clearTraces } from '../store/traces-left.ts';
import { rowChecker } from './check-rows.ts';
import { type ImportBackground, importJobOptions, noOptions } from './import-job.ts';
import { type ImportProgress, progressOf } from './import-progress.ts';
import type { ImportStation } from './import-station.ts';
import { ImportWork } from './import-work.ts';
import { inSlices } from './in-slices.ts';
import { appointmentJoiner } from './join-appointments.ts';
import { type BeginImport, beginReading, type Reading, stagePiece } from './stage-piece.ts';
import type { StagedRow } from './staged-row.ts';
import { takeBackImport } from './take-back-import.ts';
import { writeImport } from './write-import.ts';

/** So many rows a file may have: beyond it a list is cut into several. */
export const MOST_ROWS = 500_000;
/** A list holds what people wrote about others: it stays so long, and no longer. */
const KEPT_DAYS = 7;
const TELL_EVERY_MS = 300;

/**
 * The one import of a station: file to staging area, check, write, or take back. It works in slices beside the desk;
 * docs/decisions/0013 says what is all or nothing.
 */
export class ImportDesk {
  readonly #station: ImportStation;
  #reading: Reading | undefined;
  /** The check of this list: what a fault stopped goes on with the step that failed. */
  #checking: { readonly importId: string; readonly goOn: () => Promise<void> } | undefined;
  #checkedUpTo = 0;
  #toldAt = 0;
  readonly #work: ImportWork;
  readonly #background: ImportBackground = {
    isStopped: () => this.#work.isStopped,
    tell: () => this.#tell(),
  };

  constructor(station: ImportStation) {
    this.#station = station;
    this.#work = new ImportWork(station, () => this.#tryAgain());
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
    this.#reading = beginReading(file);
    this.#checking = undefined;
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
    await this.#stage(reading, index, () => reading.reader.push(bytes));
    if (this.#reading !== reading) return refuse('import-unknown');
    reading.read = Math.min(reading.read + bytes.length, reading.size);
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
    await this.#stage(reading, 'end', () => reading.reader.end());
    if (this.#reading !== reading) return this.check(importId);
    this.#station.db.transact(() => {
      setImportHeader(this.#station.db, importId, JSON.stringify(reading.reader.header()));
      setImportState(this.#station.db, importId, 'checking');
    });
    this.#reading = undefined;
    this.#checking = { importId, goOn: this.#checkOf(importId) };
    this.#work.start(this.#checking.goOn);
    return accept({});
  }

  /** Joins and checks the rows; begun again after a fault it goes on with the step that failed. */
  #checkOf(importId: string): () => Promise<void> {
    const { db } = this.#station;
    const job = this.job();
    const { joinedUpTo, checkedUpTo } = job ? importJobOptions(job) : noOptions;
    // A bundle names the person of a date anywhere in it; a list has both in one row.
    const join = job?.format === 'fhir' ? appointmentJoiner(this.#station, importId, joinedUpTo) : undefined;
    let isJoined = join === undefined;
    let noted = 0;
    const step = rowChecker(this.#station, importId, {
      ...(checkedUpTo === undefined ? {} : { checkedUpTo }),
      onRow: (row, rowsNoted) => {
        this.#checkedUpTo = row;
        noted = rowsNoted;
        this.#tell();
      },
    });
    return async () => {
      if (join && !isJoined) await inSlices(() => !this.#work.isStopped && join());
      if (this.#work.isStopped) return;
      isJoined = true;
      await inSlices(() => !this.#work.isStopped && this.#stands(importId, 'checking') && step());
      if (!this.#stands(importId, 'checking') || this.#work.isStopped) return;
      db.transact(() => {
        setImportOptions(db, importId, JSON.stringify({ ...noOptions, noted }));
        setImportState(db, importId, 'ready');
      });
    };
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

  /**
   * What a kill or a full disk stopped goes on: checking, writing and taking back. A file that was not read to its end
   * is forgotten: only the window that sent it has the rest.
   */
  resume(): void {
    const job = this.job();
    if (this.#work.isRunning) return;
    if (job?.state === 'checking') {
      if (this.#checking?.importId !== job.import_id)
        this.#checking = { importId: job.import_id, goOn: this.#checkOf(job.import_id) };
      this.#work.start(this.#checking.goOn);
    } else if (job?.state === 'writing') this.#work.start(() => writeImport(this.#station, this.#background));
    else if (job?.state === 'taking-back')
      this.#work.start(() => takeBackImport(this.#station, this.#background));
    else if (job?.state === 'reading') {
      removeImportJob(this.#station.db);
      this.#work.start(async () => {});
    }
  }

  /** After a fault; where nothing is left to do but to clear up, that is done again. */
  #tryAgain(): void {
    const { state } = this.job() ?? {};
    if (state === 'writing' || state === 'taking-back' || state === 'checking') this.resume();
    else this.#work.start(async () => {});
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

  #stage(reading: Reading, piece: number | 'end', rows: () => Iterable<StagedRow>): Promise<void> {
    return stagePiece(this.#station, reading, { piece, rows, isWanted: () => this.#reading === reading });
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
