import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

export type Curve = 'Ed25519' | 'X25519';

export interface RawKeyPair {
  readonly privateKey: KeyObject;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Makes a pair; `der` (PKCS#8) is what has to be kept. */
export function makeKeyPair(curve: Curve): RawKeyPair & { readonly der: Uint8Array } {
  const { privateKey } = curve === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return { ...pairOf(privateKey), der: privateKey.export({ format: 'der', type: 'pkcs8' }) };
}

export function keyPairOf(der: Uint8Array): RawKeyPair {
  return pairOf(createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }));
}

/** The public key again from its 32 bytes. */
export function publicKeyOf(curve: Curve, raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: curve, x }, format: 'jwk' });
}

/** The 32 bytes of a public key. */
export function rawPublicKeyOf(key: KeyObject): Uint8Array {
  return Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url');
}

/** The 32 bytes of a private key. */
export function rawPrivateKey(key: KeyObject): Uint8Array {
  return Buffer.from(String(key.export({ format: 'jwk' }).d), 'base64url');
}

function pairOf(privateKey: KeyObject): RawKeyPair {
  return { privateKey, publicKey: rawPublicKeyOf(createPublicKey(privateKey)) };
}
