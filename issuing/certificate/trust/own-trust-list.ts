import type { Instant } from '../../../domain/kernel/instant.ts';
import type { CertificateSigner } from '../certificate-signer.ts';
import { keyThumbprint } from '../shc/thumbprint.ts';

/** A trust list file with one organisation as the only signer, of both kinds. */
export function ownTrustList(signer: CertificateSigner, issuerUrl: string, issuedAt: Instant): string {
  const { x = '', y = '' } = signer.publicKey.export({ format: 'jwk' });
  const key = { kty: 'EC', crv: 'P-256', x, y, kid: keyThumbprint({ x, y }) };
  return JSON.stringify({
    version: 1,
    issuedAt,
    hcert: [{ certificate: Buffer.from(signer.certificate).toString('base64') }],
    shc: [{ iss: issuerUrl, keys: [key] }],
  });
}
