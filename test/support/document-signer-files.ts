import 'reflect-metadata';
import { KeyObject } from 'node:crypto';
import {
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

export interface SignerWish {
  readonly country?: string;
  readonly curve?: 'P-256' | 'P-384';
  /** Last number of the HCERT specification's key usage: 1 tests, 2 vaccinations, 3 recoveries. */
  readonly usages?: readonly (1 | 2 | 3)[];
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface SignerFiles {
  readonly certificate: { name: string; content: string };
  readonly key: { name: string; content: string };
}

/** Files as a national authority and whoever made the key would hand them over, in base64. */
export async function documentSignerFiles(wish: SignerWish): Promise<SignerFiles> {
  const { country = 'DE', curve = 'P-256', usages = [2], notBefore, notAfter } = wish;
  const algorithm = { name: 'ECDSA', namedCurve: curve, hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '5a01',
    name: [
      { CN: ['Document signer of the tests'] },
      { O: ['Tests'] },
      ...(country === '' ? [] : [{ C: [country] }]),
    ],
    notBefore,
    notAfter,
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      ...(usages.length > 0
        ? [new ExtendedKeyUsageExtension(usages.map((usage) => `1.3.6.1.4.1.1847.2021.1.${usage}`))]
        : []),
    ],
  });
  const pem = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    certificate: { name: 'signer.cer', content: Buffer.from(certificate.rawData).toString('base64') },
    key: { name: 'signer.key', content: Buffer.from(pem).toString('base64') },
  };
}
