import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Headquarters } from '../../headquarters.ts';
import { serverSecret } from '../../store/server-secrets.ts';

export const tokenAlgorithm = 'ES256';

/** Private keys that access tokens are signed with: the first signs, all of them verify. */
export async function tokenKeys({ databases, key }: Headquarters): Promise<JWK[]> {
  const kept = await serverSecret(databases.app, key, 'token-keys', async () => {
    const { privateKey } = await generateKeyPair(tokenAlgorithm, { extractable: true });
    const jwk = await exportJWK(privateKey);
    const kid = Buffer.from(String(jwk.x), 'base64url').subarray(0, 8).toString('hex');
    return Buffer.from(JSON.stringify([{ ...jwk, alg: tokenAlgorithm, use: 'sig', kid }]));
  });
  return JSON.parse(kept.toString('utf8')) as JWK[];
}

/** What others may see of a key. */
export function publicJwkOf({ kty, crv, x, y, alg, use, kid }: JWK): JWK {
  return { kty, crv, x, y, alg, use, kid } as JWK;
}
