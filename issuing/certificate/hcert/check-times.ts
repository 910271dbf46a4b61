import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { DocumentSigner } from './document-signer.ts';
import type { HealthClaims } from './health-claims.ts';

export type TimeRefusal = 'expired' | 'not-yet-valid' | 'expiry-missing' | 'outside-signer-validity';

/**
 * A certificate is good from its issue to its expiry, and both lie in its signer's own time (HCERT specification:
 * the expiry must not exceed the document signer's, verifiers should check).
 */
export function checkTimes(
  claims: HealthClaims,
  atMs: number,
  signer: DocumentSigner | undefined,
): Result<true, TimeRefusal> {
  const { issuedAtSeconds, notBeforeSeconds, expiresAtSeconds } = claims;
  if (expiresAtSeconds === undefined) return refuse('expiry-missing');
  if (atMs > expiresAtSeconds * 1000) return refuse('expired');
  const from = Math.max(issuedAtSeconds ?? 0, notBeforeSeconds ?? 0) * 1000;
  if (atMs < from) return refuse('not-yet-valid');
  const isInside =
    signer === undefined ||
    (expiresAtSeconds * 1000 <= signer.validToMs &&
      (issuedAtSeconds === undefined || issuedAtSeconds * 1000 >= signer.validFromMs));
  return isInside ? accept(true) : refuse('outside-signer-validity');
}
