import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { rawOfDerSignature } from './encoding/ecdsa-signature.ts';

/**
 * Signs certificates: ES256, r and s side by side (64 bytes). Where the key lies is the signer's own business; it
 * may reject when its key cannot be reached.
 */
export interface CertificateSigner {
  readonly publicKey: KeyObject;
  /** The document signer certificate (DER): its hash is the key id in an HCERT. */
  readonly certificate: Uint8Array;
  sign(data: Uint8Array): Promise<Uint8Array>;
}

export type CertificateSignerFault = 'key-unreadable' | 'key-not-p256';

/** A signer with a key (PEM) in this process. */
export function createCertificateSigner(
  privateKeyPem: string,
  certificate: Uint8Array,
): Result<CertificateSigner, CertificateSignerFault> {
  const key = readKey(privateKeyPem);
  if (!key) return refuse('key-unreadable');
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return refuse('key-not-p256');
  return accept({
    publicKey: createPublicKey(key),
    certificate,
    sign: async (data) => rawOfDerSignature(sign('sha256', data, key)),
  });
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
