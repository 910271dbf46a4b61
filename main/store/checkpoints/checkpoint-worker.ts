import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase, type WritableDb } from '../database.ts';

const { file, key } = workerData as { file: string; key: string };
let db: WritableDb | undefined;

export type CheckpointReply = { readonly fault?: Error };

/**
 * Each message asks for one checkpoint and is answered once it is over: it never waits for writers or readers. One that
 * fails, by a full disk or one that does not answer, is told; the next one is tried anew.
 */
parentPort?.on('message', (message: 'checkpoint' | 'close') => {
  if (message === 'close') {
    db?.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(checkpoint());
});

function checkpoint(): CheckpointReply {
  try {
    db ??= openDatabase(file, key);
    db.pragma('wal_checkpoint(PASSIVE)');
    return {};
  } catch (error) {
    return { fault: error instanceof Error ? error : new Error(String(error)) };
  }
}
