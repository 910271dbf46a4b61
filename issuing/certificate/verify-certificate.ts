import { type Result, refuse } from '../../domain/kernel/result.ts';
import type { CertificateKind, CertificateRefusal, VerifiedCertificate } from './certificate-kind.ts';
import { hcertKind } from './hcert/hcert-kind.ts';
import { healthCardKind } from './shc/health-card-kind.ts';
import type { TrustList } from './trust/trust-list.ts';

/** Every kind this station reads. */
export const certificateKinds: readonly CertificateKind[] = [hcertKind, healthCardKind];

/** Verifies a scanned certificate of whatever kind against the trust list, at this time. */
export function verifyCertificate(
  text: string,
  trust: TrustList,
  atMs: number,
  kinds: readonly CertificateKind[] = certificateKinds,
): Result<VerifiedCertificate, CertificateRefusal> {
  const kind = kinds.find((candidate) => candidate.recognises(text));
  return kind ? kind.verify(text, trust, atMs) : refuse({ reason: 'unreadable', detail: 'kind-unknown' });
}
