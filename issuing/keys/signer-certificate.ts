import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import {
  authorityOf,
  fingerprintOf,
  type PassCertificateFault,
  readPassCertificate,
} from './pass-certificate.ts';

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

export type SignerCertificateFault = PassCertificateFault | 'wwdr-unreadable' | 'chain-broken';

/** Reads both certificates (PEM or DER) and what Apple wrote into them. Dates are checked where it is used. */
export function readSignerCertificate(
  certificate: string | Uint8Array,
  wwdr: string | Uint8Array,
): Result<SignerCertificate, SignerCertificateFault> {
  const own = parseCertificate(certificate);
  if (!own) return refuse('certificate-unreadable');
  const issuer = parseCertificate(wwdr);
  if (!issuer) return refuse('wwdr-unreadable');
  const { passTypeId = '', teamId = '', notBefore, notAfter, faults } = readPassCertificate(own);
  const [fault] = faults;
  if (fault) return refuse(fault);
  if (!own.checkIssued(issuer) || !own.verify(issuer.publicKey)) return refuse('chain-broken');
  return accept({
    certificateDer: new Uint8Array(own.raw),
    wwdrDer: new Uint8Array(issuer.raw),
    passTypeId,
    teamId,
    notBefore,
    notAfter,
    publicKey: own.publicKey,
    fingerprint: fingerprintOf(own),
    isTrial: authorityOf(issuer) === 'trial',
  });
}

/** A certificate in PEM or DER, if the bytes are one. */
export function parseCertificate(encoded: string | Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(encoded);
  } catch {
    return undefined;
  }
}
