import { type KeyObject, sign } from 'node:crypto';
import { availableParallelism } from 'node:os';

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 on the crypto thread pool. A few wait in the pool for each core, since a core that
 * has to ask the event loop for its next one stands still; no more than that, because files and images wait behind.
 */
export function signInPool(data: Uint8Array, key: KeyObject): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    waiting.push(() =>
      sign('sha256', data, key, (error, signature) => {
        underWay -= 1;
        startNext();
        if (error) reject(error);
        else resolve(signature);
      }),
    );
    startNext();
  });
}

const atOnce = 4 * Math.max(2, availableParallelism());
const waiting: (() => void)[] = [];
let underWay = 0;

function startNext(): void {
  while (underWay < atOnce) {
    const start = waiting.shift();
    if (!start) return;
    underWay += 1;
    start();
  }
}
