import { Worker } from 'node:worker_threads';
import type { PdfOrder } from '../../documents/pdf-order.ts';
import type { PdfReply } from './pdf-worker.ts';

/** Bundled, the thread's file lies beside ours; from source it is the module itself. */
const workerFile = import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.cjs';

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(fault: Error): void;
}

let worker: Worker | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();

/**
 * Makes a PDF in a thread of its own: drawing takes up to two seconds, in which the desk must be answered. The
 * thread starts with the first PDF, stays for the next, and keeps no process alive.
 */
export function makePdf(order: PdfOrder): Promise<Uint8Array> {
  const thread = worker ?? start();
  worker = thread;
  return new Promise((resolve, reject) => {
    const id = nextId++;
    waiting.set(id, { resolve, reject });
    thread.ref();
    thread.postMessage({ id, order });
  });
}

function start(): Worker {
  const thread = new Worker(new URL(workerFile, import.meta.url), { name: 'pdf' });
  thread.on('message', (reply: PdfReply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) thread.unref();
    if ('bytes' in reply) asked?.resolve(reply.bytes);
    else asked?.reject(new Error(`a PDF could not be drawn: ${reply.fault}`));
  });
  thread.on('error', (error) => giveUp(thread, error));
  thread.on('exit', (code) => giveUp(thread, new Error(`the PDF thread ended with ${code}`)));
  return thread;
}

/** Whoever waits is told, and the next PDF starts a new thread. */
function giveUp(thread: Worker, fault: Error): void {
  if (worker !== thread) return;
  worker = undefined;
  for (const { reject } of waiting.values()) reject(fault);
  waiting.clear();
}
