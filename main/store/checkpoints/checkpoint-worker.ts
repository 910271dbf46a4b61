import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../database.ts';

const { file, key } = workerData as { file: string; key: string };
const db = openDatabase(file, key);

/** Each message asks for one checkpoint and is answered once it is over: it never waits for writers or readers. */
parentPort?.on('message', (message: 'checkpoint' | 'close') => {
  if (message === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  db.pragma('wal_checkpoint(PASSIVE)');
  parentPort?.postMessage('done');
});
