import { createHash } from 'node:crypto';

const TOKEN_BYTES = 24;

/** The secret of a hand-over link: 192 random bits, as 32 letters. Kept nowhere; only its hash is. */
export function newToken(randomBytes: (count: number) => Uint8Array): string {
  return Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url');
}

export function hashOfToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** Where the page lies below the address of whoever serves it. */
export const linkPath = '/p/';

/** Between the secrets in a family's link. */
export const tokenJoint = '.';
