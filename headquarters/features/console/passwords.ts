import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const BYTES = 32;

/** Shorter ones are guessed; longer ones cost only time. */
export const passwordLength = { least: 12, most: 200 } as const;

/** A salted scrypt hash: `salt.hash`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password.normalize('NFC'), salt, BYTES, cost);
  return `${salt.toString('base64url')}.${hash.toString('base64url')}`;
}

export async function passwordFits(password: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split('.').map((part) => part);
  const given = await derive(password.normalize('NFC'), Buffer.from(salt, 'base64url'), BYTES, cost);
  const known = Buffer.from(hash, 'base64url');
  return known.length === given.length && timingSafeEqual(known, given);
}

/** What is kept of a secret that was given out: enough to know it again. Only for secrets of 128 bits and more. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
