import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../domain/kernel/result.ts';
import { type KeyFile, type KeyFileFault, readKeyFiles } from '../../issuing/keys/read-key-files.ts';

export interface KeyOrder {
  readonly files: readonly KeyFile[];
  readonly passphrase?: string;
}

/** What was in the files, as texts: no other form of it crosses between threads on every runtime. */
export interface KeyTexts {
  readonly keys: readonly string[];
  readonly certificates: readonly string[];
}

/** Entry of the thread that opens files of keys: one order, one answer. */
const { files, passphrase } = workerData as KeyOrder;
const read = readKeyFiles(files, passphrase);
const answer: Result<KeyTexts, KeyFileFault> = read.ok
  ? {
      ok: true,
      value: {
        keys: read.value.keys.map((key) => key.export({ type: 'pkcs8', format: 'pem' }).toString()),
        certificates: read.value.certificates.map(String),
      },
    }
  : read;
parentPort?.postMessage(answer);
