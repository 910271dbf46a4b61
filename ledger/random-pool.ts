import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 16 * 1024;

let pool = Buffer.alloc(0);

/** Random bytes for keys and nonces. Drawn in bulk: asking the system for each costs more than all else of sealing. */
export function pooledRandomBytes(count: number): Uint8Array {
  if (count > POOL_BYTES) return randomFillSync(Buffer.alloc(count));
  if (pool.length < count) pool = randomFillSync(Buffer.alloc(POOL_BYTES));
  const bytes = Buffer.from(pool.subarray(0, count));
  pool.fill(0, 0, count); // what was given out is known to its taker alone
  pool = pool.subarray(count);
  return bytes;
}
