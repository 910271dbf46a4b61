import { createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { epochMsOf, type Instant, instantOf } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { KeyFileFault, KeyMaterial } from '../../keys/read-key-files.ts';
import { trialCountry } from '../trial-organisation.ts';
import { type DocumentSigner, readDocumentSigner } from './document-signer.ts';

export type DocumentSignerFault =
  | KeyFileFault
  | { readonly code: 'signer-missing' }
  | { readonly code: 'signer-key-missing' }
  | { readonly code: 'signer-key-other' }
  | { readonly code: 'signer-key-kind' }
  | { readonly code: 'signer-country-missing' }
  | { readonly code: 'signer-usage'; readonly allowed: readonly string[] }
  | { readonly code: 'signer-not-yet-valid'; readonly from: Instant }
  | { readonly code: 'signer-expired'; readonly since: Instant }
  | { readonly code: 'signer-of-a-trial' };

export interface ImportedDocumentSigner {
  readonly signer: DocumentSigner;
  readonly certificate: Uint8Array;
  readonly privateKeyPem: string;
}

export interface DocumentSignerWish {
  readonly now: Instant;
  readonly centre: 'trial' | 'live';
}

/**
 * The certificate that vaccination certificates (HCERT) are signed with, and its key: proved to belong together, to be
 * in force, of the only kind that readers know (P-256), and allowed to state vaccinations.
 */
export function takeDocumentSigner(
  { keys, certificates }: KeyMaterial,
  { now, centre }: DocumentSignerWish,
): Result<ImportedDocumentSigner, DocumentSignerFault> {
  if (certificates.length === 0) return refuse({ code: 'signer-missing' });
  if (keys.length === 0) return refuse({ code: 'signer-key-missing' });
  const pair = pairOf(keys, certificates);
  if (!pair) return refuse({ code: 'signer-key-other' });
  const read = readDocumentSigner(pair.certificate.raw);
  if (!read.ok) return refuse({ code: 'signer-key-kind' });
  const fault = faultOf(read.value, pair.key, now, centre);
  if (fault) return refuse(fault);
  return accept({
    signer: read.value,
    certificate: new Uint8Array(pair.certificate.raw),
    privateKeyPem: pair.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  });
}

/** Who signs for a trial: nobody can take what it signed for real. */
export function isTrialSigner({ country }: DocumentSigner): boolean {
  return country === trialCountry;
}

/** Chains often come along: the one that a key fits is meant. */
function pairOf(
  keys: readonly KeyObject[],
  certificates: readonly X509Certificate[],
): { key: KeyObject; certificate: X509Certificate } | undefined {
  for (const certificate of certificates)
    for (const key of keys)
      if (createPublicKey(key).equals(certificate.publicKey)) return { key, certificate };
  return undefined;
}

function faultOf(
  signer: DocumentSigner,
  key: KeyObject,
  now: Instant,
  centre: DocumentSignerWish['centre'],
): DocumentSignerFault | undefined {
  const { country, allowed, validFromMs, validToMs } = signer;
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return { code: 'signer-key-kind' };
  if (country === undefined) return { code: 'signer-country-missing' };
  if (centre === 'live' && isTrialSigner(signer)) return { code: 'signer-of-a-trial' };
  if (allowed && !allowed.includes('vaccination')) return { code: 'signer-usage', allowed };
  const at = epochMsOf(now);
  if (at < validFromMs) return { code: 'signer-not-yet-valid', from: instantOf(validFromMs) };
  return at > validToMs ? { code: 'signer-expired', since: instantOf(validToMs) } : undefined;
}
