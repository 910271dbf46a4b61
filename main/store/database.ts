import { closeSync, openSync, readSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { StoreFault, storeFaultOf } from './store-fault.ts';

export type SqlValue = string | number | bigint | Uint8Array | null;

/** What a query module may do. Statements are prepared once and kept for the life of the connection. */
export interface ReadableDb {
  all<Row>(sql: string, ...values: SqlValue[]): Row[];
  first<Row>(sql: string, ...values: SqlValue[]): Row | undefined;
  each<Row>(sql: string, ...values: SqlValue[]): IterableIterator<Row>;
}

export interface WritableDb extends ReadableDb {
  /** Rows changed, and the rowid of the last insert. */
  run(sql: string, ...values: SqlValue[]): { changes: number; lastId: number };
  exec(script: string): void;
  pragma(text: string): unknown;
  /** All or nothing, holding the write lock from the start: what was read inside is still true at COMMIT. */
  transact<Value>(work: () => Value): Value;
  /**
   * The same without waiting for the disk: a power cut may take back the last ones, in their order, until the next
   * `transact`. For long work that goes on from where the store says it is.
   */
  transactUnsynced<Value>(work: () => Value): Value;
  /** Whether no power cut can take back anything that was committed. */
  readonly isSynced: boolean;
  close(): void;
}

const SYNCED = 'synchronous = FULL';
const UNSYNCED = 'synchronous = NORMAL';
const CACHE_KIB = 64 * 1024;
/** The service waits with everything it does: a desk that is told to try again is better off than one that hangs. */
const BUSY_TIMEOUT_MS = 1_000;
/** Once it was waited for in vain, a lock of somebody else's is only looked at, until it is gone. */
const BUSY_AGAIN_MS = 20;
const FIRST_PAGE_BYTES = 4096;

/**
 * Opens the encrypted file, or makes it. `key` is 64 hex digits, or undefined for the unencrypted store that
 * benchmarks compare with.
 * @throws StoreFault `key-wrong` (also when the file is no database), `store-locked`, `disk-full`, …
 */
export function openDatabase(file: string, key: string | undefined): WritableDb {
  try {
    return openOnce(file, key);
  } catch (error) {
    if (!isNoDatabase(error)) throw storeFaultOf(error) ?? error;
  }
  // To the cipher a disk that did not answer is a file that is no database: only what is so twice, and can be read.
  try {
    readStart(file);
    return openOnce(file, key);
  } catch (error) {
    throw isNoDatabase(error) ? new StoreFault('key-wrong', error) : (storeFaultOf(error) ?? error);
  }
}

function isNoDatabase(error: unknown): boolean {
  return (error as { code?: string }).code === 'SQLITE_NOTADB';
}

/** @throws what the file system says where the first page cannot be read */
function readStart(file: string): void {
  const open = openSync(file, 'r');
  try {
    readSync(open, Buffer.alloc(FIRST_PAGE_BYTES), 0, FIRST_PAGE_BYTES, 0);
  } finally {
    closeSync(open);
  }
}

function openOnce(file: string, key: string | undefined): WritableDb {
  const sqlite = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    if (key !== undefined) {
      sqlite.pragma(`cipher='aegis'`);
      sqlite.pragma(`key='raw:${key}'`);
    }
    sqlite.pragma('journal_mode = WAL'); // the first read of the file: fails here with a wrong key
    sqlite.pragma(SYNCED);
    sqlite.pragma('fullfsync = ON');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('recursive_triggers = ON'); // a row that is replaced is deleted: its triggers must hear of it
    sqlite.pragma('secure_delete = ON'); // what is erased is overwritten, not only given up
    sqlite.pragma(`cache_size = -${CACHE_KIB}`);
    sqlite.pragma('temp_store = MEMORY'); // clear text never reaches a temporary file
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return new Database(sqlite);
}

class Database implements WritableDb {
  readonly #sqlite: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement>();
  #isSynced = true;
  #isLockedOut = false;
  /** Known without asking SQLite, which takes as long as a short statement. */
  #isInWork = false;

  constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite;
  }

  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#prepared(sql).all(...values) as Row[];
  }

  first<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined;
  }

  each<Row>(sql: string, ...values: SqlValue[]): IterableIterator<Row> {
    // A kept statement can run only once at a time; a long iteration gets its own.
    return this.#sqlite.prepare(sql).iterate(...values) as IterableIterator<Row>;
  }

  run(sql: string, ...values: SqlValue[]): { changes: number; lastId: number } {
    const statement = this.#prepared(sql);
    const { changes, lastInsertRowid } = this.#isInWork
      ? statement.run(...values)
      : this.#waiting(() => statement.run(...values));
    return { changes, lastId: Number(lastInsertRowid) };
  }

  exec(script: string): void {
    this.#sqlite.exec(script);
  }

  pragma(text: string): unknown {
    return this.#sqlite.pragma(text, { simple: true });
  }

  transact<Value>(work: () => Value): Value {
    if (this.#sqlite.inTransaction) return work();
    if (this.#isSynced) return this.#inOne(work);
    const before = this.#changes();
    const value = this.#inOne(work);
    // A synced commit of anything syncs all that stands before it in the journal; an empty one syncs nothing.
    this.#isSynced = this.#changes() !== before;
    return value;
  }

  transactUnsynced<Value>(work: () => Value): Value {
    if (this.#sqlite.inTransaction) return work();
    this.#sqlite.pragma(UNSYNCED);
    try {
      return this.#inOne(work);
    } finally {
      this.#sqlite.pragma(SYNCED);
      this.#isSynced = false;
    }
  }

  get isSynced(): boolean {
    return this.#isSynced;
  }

  close(): void {
    this.#sqlite.close();
  }

  #inOne<Value>(work: () => Value): Value {
    const marked = () => {
      this.#isInWork = true;
      try {
        return work();
      } finally {
        this.#isInWork = false;
      }
    };
    return this.#waiting(() => this.#sqlite.transaction(marked).immediate());
  }

  /** Waits for somebody else's lock once, not with everything that is asked while it is held. */
  #waiting<Value>(work: () => Value): Value {
    if (this.#sqlite.inTransaction) return work();
    try {
      const value = work();
      if (this.#isLockedOut) this.#waitAtMost(BUSY_TIMEOUT_MS);
      this.#isLockedOut = false;
      return value;
    } catch (error) {
      if (!this.#isLockedOut && storeFaultOf(error)?.code === 'store-locked') {
        this.#waitAtMost(BUSY_AGAIN_MS);
        this.#isLockedOut = true;
      }
      throw error;
    }
  }

  #waitAtMost(ms: number): void {
    this.#sqlite.pragma(`busy_timeout = ${ms}`);
  }

  #changes(): number {
    return Number(this.first<{ count: number }>('SELECT total_changes() AS count')?.count);
  }

  #prepared(sql: string): Sqlite.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#sqlite.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
