import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinVerifier } from '../store/tables/staff/staff-pins.ts';

/**
 * scrypt with N = 2^15, r = 8, p = 1: 32 MiB and under a tenth of a second for each guess, off the main thread. It
 * is kept with each verifier, so that it can be raised without asking everybody for a new PIN.
 */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const;
const MOST_MEMORY = 256 * 1024 * 1024;
const SALT_BYTES = 16;
const VERIFIER_BYTES = 32;

export async function makePinVerifier(pin: string): Promise<PinVerifier> {
  const salt = randomBytes(SALT_BYTES);
  return { cost: JSON.stringify(cost), salt, verifier: await derive(pin, salt, cost) };
}

export async function pinMatches(pin: string, known: PinVerifier): Promise<boolean> {
  const derived = await derive(pin, known.salt, JSON.parse(known.cost) as ScryptOptions);
  return timingSafeEqual(derived, known.verifier);
}

function derive(pin: string, salt: Uint8Array, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(pin, salt, VERIFIER_BYTES, { ...options, maxmem: MOST_MEMORY }, (error, derived) =>
      error ? reject(error) : resolve(derived),
    ),
  );
}
