import 'reflect-metadata';
import { KeyObject } from 'node:crypto';
import {
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { epochMsOf, type Instant } from '../../domain/kernel/instant.ts';

/** A country code that no state has: nobody can take a trial certificate for a real one. */
export const trialCountry = 'XX';

export interface TrialOrganisation {
  readonly privateKeyPem: string;
  readonly certificate: Uint8Array;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const msPerDay = 86_400_000;

/** A fresh key and certificate of an organisation that exists for trials only; signs vaccinations alone. */
export async function createTrialOrganisation(
  now: Instant,
  randomBytes: (count: number) => Uint8Array,
): Promise<TrialOrganisation> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const from = epochMsOf(now) - msPerDay;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: Buffer.from(randomBytes(12)).toString('hex').replace(/^./, '5'),
    name: [
      { CN: ['TRIAL - not a real certificate signer'] },
      { O: ['Impfpass Station Trial'] },
      { C: [trialCountry] },
    ],
    notBefore: new Date(from),
    notAfter: new Date(from + 3 * 365 * msPerDay),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension(['1.3.6.1.4.1.1847.2021.1.2']),
    ],
  });
  return {
    privateKeyPem: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: new Uint8Array(certificate.rawData),
  };
}
