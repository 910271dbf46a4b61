import 'reflect-metadata';
import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import { X509Certificate as ParsedCertificate } from '@peculiar/x509';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { applePassExtension, distinguishedName, trialOrganisation } from './apple-names.ts';

/** A pass type certificate with the intermediate certificate that issued it, read once and kept. */
export interface SignerCertificate {
  readonly certificateDer: Uint8Array<ArrayBuffer>;
  readonly wwdrDer: Uint8Array<ArrayBuffer>;
  readonly passTypeId: string;
  readonly teamId: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly publicKey: KeyObject;
  /** SHA-256 of the certificate, upper-case hex. */
  readonly fingerprint: string;
  /** Made by a trial authority: worthless outside of a trial centre. */
  readonly isTrial: boolean;
}

export type SignerCertificateFault =
  | 'certificate-unreadable'
  | 'wwdr-unreadable'
  | 'not-a-pass-certificate'
  | 'pass-type-id-missing'
  | 'team-id-missing'
  | 'key-not-rsa'
  | 'chain-broken';

/** Reads both certificates (PEM or DER) and what Apple wrote into them. Dates are judged where it is used. */
export function readSignerCertificate(
  certificate: string | Uint8Array,
  wwdr: string | Uint8Array,
): Result<SignerCertificate, SignerCertificateFault> {
  const own = parseCertificate(certificate);
  if (!own) return refuse('certificate-unreadable');
  const issuer = parseCertificate(wwdr);
  if (!issuer) return refuse('wwdr-unreadable');
  const parsed = new ParsedCertificate(new Uint8Array(own.raw));
  if (!parsed.getExtension(applePassExtension)) return refuse('not-a-pass-certificate');
  const subject = distinguishedName(parsed.subjectName);
  if (!subject.userId || !subject.commonName?.endsWith(subject.userId)) return refuse('pass-type-id-missing');
  if (!subject.unit) return refuse('team-id-missing');
  if (own.publicKey.asymmetricKeyType !== 'rsa') return refuse('key-not-rsa');
  if (!own.checkIssued(issuer) || !own.verify(issuer.publicKey)) return refuse('chain-broken');
  return accept({
    certificateDer: new Uint8Array(own.raw),
    wwdrDer: new Uint8Array(issuer.raw),
    passTypeId: subject.userId,
    teamId: subject.unit,
    notBefore: instantOf(own.validFromDate.getTime()),
    notAfter: instantOf(own.validToDate.getTime()),
    publicKey: own.publicKey,
    fingerprint: createHash('sha256').update(own.raw).digest('hex').toUpperCase(),
    isTrial: distinguishedName(parsed.issuerName).organisation === trialOrganisation,
  });
}

function parseCertificate(encoded: string | Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(encoded);
  } catch {
    return undefined;
  }
}
