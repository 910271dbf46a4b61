import type { Instant } from '../kernel/instant.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';

/** What the choice between certificates goes by. */
export interface DatedCertificate {
  readonly passTypeId: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

export type ChoiceRefusal = 'no-certificate' | 'not-yet-valid' | 'all-expired';

/**
 * The certificate to sign with while old and new overlap: of those valid now the one that lasts longest, so that
 * an imported successor takes over at once and the old one remains as a way back.
 */
export function chooseCertificate<Certificate extends DatedCertificate>(
  certificates: readonly Certificate[],
  passTypeId: string,
  now: Instant,
): Result<Certificate, ChoiceRefusal> {
  const own = certificates.filter((certificate) => certificate.passTypeId === passTypeId);
  if (own.length === 0) return refuse('no-certificate');
  const [best] = own
    .filter(({ notBefore, notAfter }) => notBefore <= now && now <= notAfter)
    .sort((one, other) => (one.notAfter > other.notAfter ? -1 : 1));
  if (best) return accept(best);
  return refuse(own.some(({ notBefore }) => now < notBefore) ? 'not-yet-valid' : 'all-expired');
}
