import { createHash } from 'node:crypto';

/** The JWK thumbprint (RFC 7638) of a P-256 key, which is its key id in health cards. */
export function keyThumbprint({ x, y }: { readonly x: string; readonly y: string }): string {
  const members = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });
  return createHash('sha256').update(members).digest('base64url');
}
