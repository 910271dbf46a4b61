import type { Result } from '../../domain/kernel/result.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';

/** Makes the signed file of a pass. What it answers has been verified; a fault names the check that failed. */
export interface PassIssuing {
  issue(content: PassContent): Promise<Result<Uint8Array, { readonly check: string }>>;
  /** Who vouches for the signatures, PEM: what an independent verifier needs. */
  readonly authorityPem: string;
}

/** Checks that fail for want of a certificate: the pass waits for one and is not at fault itself. */
export const certificateChecks = [
  'certificate-missing',
  'certificate-not-yet-valid',
  'certificate-expired',
] as const;
export type CertificateCheck = (typeof certificateChecks)[number];

export function waitsForCertificate(check: string): check is CertificateCheck {
  return (certificateChecks as readonly string[]).includes(check);
}
