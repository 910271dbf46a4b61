import 'reflect-metadata';
import { createHash, type X509Certificate } from 'node:crypto';
import { X509Certificate as ParsedCertificate } from '@peculiar/x509';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import {
  appleIntermediates,
  applePassExtension,
  distinguishedName,
  trialOrganisation,
} from './apple-names.ts';

export type PassCertificateFault =
  | 'certificate-unreadable'
  | 'not-a-pass-certificate'
  | 'pass-type-id-missing'
  | 'team-id-missing'
  | 'key-not-rsa';

/** What Apple wrote into a pass type certificate, and what is missing for it to be one. */
export interface PassCertificate {
  readonly passTypeId?: string;
  readonly teamId?: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly faults: readonly PassCertificateFault[];
}

/** Never throws: what one library reads, the other may not. */
export function readPassCertificate(certificate: X509Certificate): PassCertificate {
  try {
    return readParts(certificate);
  } catch {
    return { notBefore: instantOf(0), notAfter: instantOf(0), faults: ['certificate-unreadable'] };
  }
}

/** SHA-256 of a certificate, upper-case hex without colons. */
export function fingerprintOf(certificate: X509Certificate): string {
  return createHash('sha256').update(certificate.raw).digest('hex').toUpperCase();
}

/** Apple's own intermediate (known by fingerprint, so no name can pretend), a trial's, or anybody's. */
export type AuthorityKind = 'apple' | 'trial' | 'unknown';

export function authorityOf(
  issuer: X509Certificate | undefined,
  alsoApple: readonly string[] = [],
): AuthorityKind {
  if (!issuer) return 'unknown';
  const fingerprint = fingerprintOf(issuer);
  if (Object.hasOwn(appleIntermediates, fingerprint) || alsoApple.includes(fingerprint)) return 'apple';
  return issuer.subject.split('\n').includes(`O=${trialOrganisation}`) ? 'trial' : 'unknown';
}

function readParts(certificate: X509Certificate): PassCertificate {
  const parsed = new ParsedCertificate(new Uint8Array(certificate.raw));
  const { userId, commonName, unit } = distinguishedName(parsed.subjectName);
  const passTypeId = userId && commonName?.endsWith(userId) ? userId : undefined;
  const faults: PassCertificateFault[] = [];
  if (!parsed.getExtension(applePassExtension)) faults.push('not-a-pass-certificate');
  if (!passTypeId) faults.push('pass-type-id-missing');
  if (!unit) faults.push('team-id-missing');
  if (certificate.publicKey.asymmetricKeyType !== 'rsa') faults.push('key-not-rsa');
  return {
    ...(passTypeId ? { passTypeId } : {}),
    ...(unit ? { teamId: unit } : {}),
    notBefore: instantOf(certificate.validFromDate.getTime()),
    notAfter: instantOf(certificate.validToDate.getTime()),
    faults,
  };
}
