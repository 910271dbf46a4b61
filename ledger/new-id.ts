import { v7 as uuidv7 } from 'uuid';
import { pooledRandomBytes } from './random-pool.ts';

const RANDOM_BYTES = 16;
const MOST_SEQUENCE = 0xffffffff;

let lastMs = 0;
let sequence = 0;

/** A UUIDv7 that sorts after every one before it of this process, at the price of no system call. */
export function newId(): string {
  const nowMs = Date.now();
  const random = pooledRandomBytes(RANDOM_BYTES);
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = firstSequence(random);
  } else if (sequence < MOST_SEQUENCE) sequence += 1;
  else {
    lastMs += 1;
    sequence = firstSequence(random);
  }
  return uuidv7({ msecs: lastMs, seq: sequence, random });
}

/** 31 random bits: the first id of a millisecond is not to be guessed, and two billion more fit behind it. */
function firstSequence(random: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = random.subarray(6, 10);
  return (((a & 0x7f) << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
