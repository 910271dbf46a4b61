import { createPrivateKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect, test } from 'vitest';

/**
 * What `provesItself` of a signer stands on: half of a private operation goes wrong, as it would by a fault of the
 * processor, and the library gives no wrong signature out.
 */
test.each(['dp', 'dq', 'qi'] as const)('no signature leaves the library wrong when %s is', (part) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  const damaged = Buffer.from(jwk[part] ?? '', 'base64url');
  damaged[10] = (damaged[10] ?? 0) ^ 1;
  const data = Buffer.alloc(107, 7);
  const signed = () => {
    const key = { ...jwk, [part]: damaged.toString('base64url') };
    return sign('sha256', data, createPrivateKey({ key, format: 'jwk' }));
  };
  let signature: Buffer | undefined;
  try {
    signature = signed();
  } catch {
    // BoringSSL refuses, OpenSSL reckons once more without what is wrong.
  }
  if (signature) expect(verify('sha256', data, publicKey, signature)).toBe(true);
});
