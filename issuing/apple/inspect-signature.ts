import type { X509Certificate } from 'node:crypto';
import { appleIntermediates } from '../keys/apple-names.ts';
import { authorityOf, fingerprintOf, readPassCertificate } from '../keys/pass-certificate.ts';
import type { InspectOptions, Report, SignatureReport } from './inspection.ts';
import { proveSignature, readSignature } from './read-signature.ts';

/** Checks signature and certificates; answers what they say, if they can be read at all. */
export function inspectSignature(
  file: Uint8Array | undefined,
  manifest: Uint8Array | undefined,
  { now }: InspectOptions,
  report: Report,
): SignatureReport | undefined {
  if (!file) {
    report('error', { code: 'file-missing', name: 'signature' });
    return undefined;
  }
  const read = readSignature(file);
  if (!read.ok) {
    report('error', read.refusal);
    return undefined;
  }
  const { signer, issuer, digestName, signingTime } = read.value;
  const proof = manifest && proveSignature(read.value, manifest);
  if (proof && !proof.ok) report('error', proof.refusal);
  if (digestName === 'sha1') report('note', { code: 'digest-weak', digest: 'SHA-1' });
  inspectIssuer(signer, issuer, report);
  const certificate = readPassCertificate(signer);
  for (const fault of certificate.faults) report('error', { code: 'certificate-unfit', fault });
  if (now < certificate.notBefore) report('error', { code: 'certificate-not-yet-valid' });
  // A pass that was signed in time goes on working; only a new one cannot be made.
  if (now > certificate.notAfter)
    report(signingTime && signingTime <= certificate.notAfter ? 'warning' : 'error', {
      code: 'certificate-expired',
    });
  const { passTypeId, teamId, notBefore, notAfter } = certificate;
  const authority = authorityOf(issuer);
  return { passTypeId, teamId, notBefore, notAfter, signedAt: signingTime, authority };
}

function inspectIssuer(signer: X509Certificate, issuer: X509Certificate | undefined, report: Report): void {
  if (!issuer) {
    report('error', { code: 'wwdr-missing' });
    return;
  }
  if (!signer.verify(issuer.publicKey)) report('error', { code: 'certificate-unfit', fault: 'chain-broken' });
  const { OU: unit, CN: name } = issuer.toLegacyObject().subject as unknown as Record<string, string>;
  const generation = appleIntermediates[fingerprintOf(issuer)] ?? String(unit ?? name ?? '?');
  reportGeneration(generation, report);
  const authority = authorityOf(issuer);
  if (authority === 'trial') report('note', { code: 'authority-trial' });
  if (authority === 'unknown') report('warning', { code: 'authority-unknown', issuer: String(name ?? '?') });
}

/** What the generation of an intermediate means: phones keep passes of the former one, and take new ones of G4 alone. */
export function reportGeneration(generation: string, report: Report): void {
  if (generation === 'G1') report('warning', { code: 'wwdr-former' });
  else if (generation !== 'G4') report('error', { code: 'wwdr-generation-wrong', generation });
}
