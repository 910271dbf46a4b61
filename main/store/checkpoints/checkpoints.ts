import { Worker } from 'node:worker_threads';
import type { WritableDb } from '../database.ts';
import type { CheckpointReply } from './checkpoint-worker.ts';

/** Takes what was committed from the write-ahead log into the file, beside everything else. */
export interface Checkpoints {
  /** Until then SQLite does it itself, in the middle of whatever commit makes its log long. */
  start(): void;
  /** Once what is committed now is in the file: for whoever writes more than a thread beside can carry off. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
  /** Its line in the log, while checkpoints fail or where the thread ended: SQLite does it in commits then. */
  fault(): string | undefined;
}

interface Parts {
  readonly db: WritableDb;
  readonly file: string;
  readonly key: string;
  readonly problem: (error: unknown) => string;
}

const EVERY_MS = 1_000;
/** With a thread for it SQLite does it in a commit only where that thread is gone: 64 MB of 4 KiB pages. */
const PAGES_WITH_THREAD = 16_384;
const PAGES_WITHOUT = 1_000;

/** A checkpoint writes thousands of pages and waits for the disk twice: nobody at the desk should wait with it. */
export function createCheckpoints({ db, file, key, problem }: Parts): Checkpoints {
  let thread: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let fault: string | undefined;
  let isBusy = false;
  /** Who waits for the checkpoint that is being made, and for the one after it: theirs began too early for them. */
  let waiting: (() => void)[] = [];
  let late: (() => void)[] = [];

  const ask = () => {
    if (!thread || isBusy) return;
    isBusy = true;
    thread.postMessage('checkpoint');
  };
  const failed = (error: Error) => {
    db.pragma(`wal_autocheckpoint = ${PAGES_WITHOUT}`);
    fault ??= problem(error);
  };
  const succeeded = () => {
    if (fault !== undefined) db.pragma(`wal_autocheckpoint = ${PAGES_WITH_THREAD}`);
    fault = undefined;
  };
  const answered = (reply: CheckpointReply) => {
    isBusy = false;
    if (!thread) return;
    if (reply.fault) failed(reply.fault);
    else succeeded();
    const over = waiting;
    [waiting, late] = [late, []];
    for (const go of over) go();
    if (waiting.length > 0) ask();
  };
  const ended = () => {
    clearInterval(timer);
    if (thread) db.pragma(`wal_autocheckpoint = ${PAGES_WITHOUT}`);
    thread = undefined;
    for (const go of [...waiting, ...late]) go();
    [waiting, late] = [[], []];
  };

  return {
    start() {
      thread = new Worker(workerFile(), { workerData: { file, key }, name: 'checkpoints' });
      thread.on('message', answered);
      thread.on('error', (error) => {
        fault = problem(error);
        ended();
      });
      db.pragma(`wal_autocheckpoint = ${PAGES_WITH_THREAD}`);
      timer = setInterval(ask, EVERY_MS);
    },
    caughtUp() {
      if (!thread) return Promise.resolve();
      return new Promise((resolve) => {
        (isBusy ? late : waiting).push(resolve);
        ask();
      });
    },
    fault: () => fault,
    async stop() {
      const last = thread;
      ended();
      if (!last) return;
      const over = new Promise((resolve) => last.once('exit', resolve));
      last.postMessage('close');
      await over;
    },
  };
}

/** Beside this file: as source where the program runs from source, else bundled. */
function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? './checkpoint-worker.ts' : './checkpoint-worker.cjs', import.meta.url);
}
