import type { Result } from '../../domain/kernel/result.ts';
import type { TrustList } from './trust/trust-list.ts';

/** What a verified certificate says, whatever its kind. */
export interface VerifiedCertificate {
  readonly kind: string;
  readonly issuer: string;
  readonly content: unknown;
}

/** `trust-list-too-old` says nothing about the certificate: only that this station cannot tell. */
export type CertificateRefusalReason =
  | 'unreadable'
  | 'signature-wrong'
  | 'signer-unknown'
  | 'signer-revoked'
  | 'signer-not-allowed'
  | 'certificate-revoked'
  | 'not-yet-valid'
  | 'expired'
  /** It has no end: one that cannot be read counts as none. */
  | 'expiry-missing'
  /** Issued or good at a time in which its signer could not sign. */
  | 'outside-signer-validity'
  | 'trust-list-too-old';

export interface CertificateRefusal {
  readonly reason: CertificateRefusalReason;
  /** The step that refused and why, for whoever looks closer. */
  readonly detail: string;
}

/** One kind of signed certificate. Another is another object of this shape in the list of kinds. */
export interface CertificateKind {
  readonly name: string;
  recognises(text: string): boolean;
  verify(text: string, trust: TrustList, atMs: number): Result<VerifiedCertificate, CertificateRefusal>;
}
