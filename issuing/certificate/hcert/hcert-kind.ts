import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { CertificateKind, CertificateRefusal, VerifiedCertificate } from '../certificate-kind.ts';
import { isTooOld, revocationHash, type TrustList } from '../trust/trust-list.ts';
import type { Dcc } from './dcc-schema.ts';
import { evaluateHcert, type HcertEvaluation } from './evaluate-hcert.ts';
import { hcertPrefix } from './unprefix.ts';

/** EU digital certificates (HCERT). */
export const hcertKind: CertificateKind = {
  name: 'hcert',
  recognises: (text) => text.startsWith(hcertPrefix),
  verify: verifyHcert,
};

function verifyHcert(
  text: string,
  trust: TrustList,
  atMs: number,
): Result<VerifiedCertificate, CertificateRefusal> {
  const evaluation = evaluateHcert(text, trust.documentSigners, atMs);
  const { decode, schema, signature, expiry, keyUsage, kid } = evaluation;
  if (!decode?.ok || !schema?.ok)
    return refuse({ reason: 'unreadable', detail: unreadableDetail(evaluation) });
  if (isTooOld(trust, atMs)) return refuse({ reason: 'trust-list-too-old', detail: 'trust-list' });
  if (kid !== undefined && trust.revokedKids.has(kid))
    return refuse({ reason: 'signer-revoked', detail: kid });
  if (!signature?.ok) {
    const detail = signature?.refusal ?? 'unsigned';
    return refuse({ reason: detail === 'signer-unknown' ? detail : 'signature-wrong', detail });
  }
  if (trust.revokedKids.has(signature.value.kid))
    return refuse({ reason: 'signer-revoked', detail: signature.value.kid });
  if (identifiersOf(schema.value).some((id) => trust.revokedHashes.has(revocationHash(id))))
    return refuse({ reason: 'certificate-revoked', detail: 'revocation-list' });
  if (keyUsage?.ok === false) return refuse({ reason: 'signer-not-allowed', detail: keyUsage.refusal });
  if (expiry?.ok === false) return refuse({ reason: expiry.refusal, detail: 'times' });
  const issuer = decode.value.issuer ?? signature.value.country ?? signature.value.subject;
  return accept({ kind: 'hcert', issuer, content: decode.value.certificate });
}

function identifiersOf({ v, t, r }: Dcc): string[] {
  return [...(v ?? []), ...(t ?? []), ...(r ?? [])].map(({ ci }) => ci);
}

function unreadableDetail({ unprefix, base45, compression, decode, schema }: HcertEvaluation): string {
  const failed = [unprefix, base45, compression, decode, schema].find((step) => step?.ok === false);
  return failed?.ok === false ? failed.refusal : 'unreadable';
}
