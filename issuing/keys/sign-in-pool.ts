import { type KeyObject, sign } from 'node:crypto';
import { availableParallelism } from 'node:os';

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 on the crypto thread pool. No more at once than there are cores: further threads
 * sign nothing sooner, but they would take the event loop its turn and keep files and images from the pool.
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

const atOnce = Math.max(2, availableParallelism());
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
