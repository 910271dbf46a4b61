import { createPrivateKey, X509Certificate } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { KeyFile, KeyFileFault, KeyMaterial } from '../../issuing/keys/read-key-files.ts';
import type { KeyOrder, KeyTexts } from './key-worker.ts';

/** Bundled, the thread's file lies beside ours; from source it is the module itself. */
const workerFile = import.meta.url.endsWith('.ts') ? './key-worker.ts' : './key-worker.cjs';

/** What protects a key may hide more work inside than can be seen from outside: after that long nobody waits. */
const MOST_MS = 10_000;

/** Opens files of keys in a thread of its own: their passwords may be costly to try, and the desk must be answered. */
export interface KeyReader {
  read(files: readonly KeyFile[], passphrase?: string): Promise<Result<KeyMaterial, KeyFileFault>>;
}

/** One order at a time: many at once would hold up everything else on this computer. */
export function createKeyReader(mostMs = MOST_MS): KeyReader {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    read(files, passphrase) {
      const next = turn.then(() => readInThread({ files, ...(passphrase ? { passphrase } : {}) }, mostMs));
      turn = next.catch(() => undefined);
      return next;
    },
  };
}

function readInThread(order: KeyOrder, mostMs: number): Promise<Result<KeyMaterial, KeyFileFault>> {
  const name = order.files[0]?.name ?? '';
  const thread = new Worker(new URL(workerFile, import.meta.url), { name: 'keys', workerData: order });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      resolve(refuse({ code: 'protection-too-costly', name }));
      void thread.terminate();
    }, mostMs);
    thread.on('message', (answer: Result<KeyTexts, KeyFileFault>) => {
      resolve(answer.ok ? accept(materialOf(answer.value)) : answer);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the thread that opens keys ended with ${code}`));
    });
  });
}

function materialOf({ keys, certificates }: KeyTexts): KeyMaterial {
  return {
    keys: keys.map((pem) => createPrivateKey(pem)),
    certificates: certificates.map((pem) => new X509Certificate(pem)),
  };
}
