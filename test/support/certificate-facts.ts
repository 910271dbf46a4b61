import { randomBytes } from 'node:crypto';
import { makeUvci } from '../../domain/certificates/uvci.ts';
import type { CertificateFacts } from '../../domain/certificates/vaccination-entry.ts';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../domain/kernel/plain-date.ts';
import {
  type CertificateSigner,
  createCertificateSigner,
} from '../../issuing/certificate/certificate-signer.ts';
import { createTrialOrganisation } from '../../issuing/certificate/trial-organisation.ts';

export const someTime: Instant = instantOf(Date.parse('2026-11-23T09:00:00Z'));
export const issuerUrl = 'https://trial.invalid/issuer';

export function certificateFacts(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    givenName: 'Jürgen',
    familyName: "O'Müller-Groß",
    birthDate: '1958-11-11' as BirthDate,
    authorisation: 'EU/1/20/1528',
    ordinal: 2,
    seriesDoses: 2,
    givenOn: '2026-11-23' as PlainDate,
    country: 'XX',
    issuer: 'Impfzentrum Musterstadt',
    certificateId: makeUvci('XX', '0123456789ABCDEF'),
    ...changes,
  };
}

export async function trialCertificateSigner(): Promise<CertificateSigner> {
  const { privateKeyPem, certificate } = await createTrialOrganisation(someTime, randomBytes);
  const signer = createCertificateSigner(privateKeyPem, certificate);
  if (!signer.ok) throw new Error(signer.refusal);
  return signer.value;
}
