import { Worker } from 'node:worker_threads';
import type { PdfOrder } from '../../documents/pdf-order.ts';
import type { PdfReply } from './pdf-worker.ts';

/** Bundled, the thread's file lies beside ours; from source it is the module itself. */
const workerFile = import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.cjs';

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(fault: Error): void;
}

/** Draws PDFs in a thread of its own: it takes up to two seconds, in which the desk must be answered. */
export interface PdfMaker {
  make(order: PdfOrder): Promise<Uint8Array>;
  /** Whether the thread ended by itself since the last PDF that was drawn. */
  readonly isBroken: boolean;
  stop(): Promise<void>;
}

/** The thread starts with the first PDF, stays for the next, and keeps no process alive. */
export function createPdfMaker(): PdfMaker {
  let worker: Worker | undefined;
  let isBroken = false;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();

  /** Whoever waits is told, and the next PDF starts a new thread. */
  const giveUp = (thread: Worker, fault: Error): void => {
    if (worker !== thread) return;
    worker = undefined;
    isBroken = true;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  const answered = (thread: Worker, reply: PdfReply): void => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) thread.unref();
    isBroken = false;
    if ('bytes' in reply) asked?.resolve(reply.bytes);
    else asked?.reject(new Error(`a PDF could not be drawn: ${reply.fault}`));
  };
  const start = (): Worker => {
    const thread = new Worker(new URL(workerFile, import.meta.url), { name: 'pdf' });
    thread.on('message', (reply: PdfReply) => answered(thread, reply));
    thread.on('error', (error) => giveUp(thread, error));
    thread.on('exit', (code) => giveUp(thread, new Error(`the PDF thread ended with ${code}`)));
    return thread;
  };

  return {
    make(order) {
      const thread = worker ?? start();
      worker = thread;
      return new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        thread.ref();
        thread.postMessage({ id, order });
      });
    },
    get isBroken() {
      return isBroken;
    },
    async stop() {
      const thread = worker;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error('the station is being closed'));
      waiting.clear();
      await thread?.terminate();
    },
  };
}
