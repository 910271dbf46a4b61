import type { Result } from '../../domain/kernel/result.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';
import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import type { PassFile } from '../../issuing/apple/pass-file.ts';

export type IssuedFile = Result<PassFile, { readonly check: string }>;

/** Makes the signed files of passes. What it answers has been verified; a fault names the check that failed. */
export interface PassIssuing {
  /** Several passes of one template at once, answered in their order. */
  issue(template: PassTemplate, contents: readonly PassContent[]): Promise<IssuedFile[]>;
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
