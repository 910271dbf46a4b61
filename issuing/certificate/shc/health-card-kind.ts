import { createPublicKey, verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { readJson } from '../../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { CertificateKind, CertificateRefusal, VerifiedCertificate } from '../certificate-kind.ts';
import { derOfRawSignature } from '../encoding/ecdsa-signature.ts';
import { type HealthCardKey, isTooOld, revocationHash, type TrustList } from '../trust/trust-list.ts';
import { healthCardPrefix, tokenOfHealthCard } from './health-card-text.ts';
import { keyThumbprint } from './thumbprint.ts';

/** SMART Health Cards. */
export const healthCardKind: CertificateKind = {
  name: 'shc',
  recognises: (text) => text.startsWith(healthCardPrefix),
  verify: verifyHealthCard,
};

const header = z.looseObject({ alg: z.string(), zip: z.literal('DEF'), kid: z.string() });
const claims = z.looseObject({
  iss: z.string(),
  nbf: z.number(),
  exp: z.number().optional(),
  vc: z.looseObject({
    type: z.array(z.string()).refine((types) => types.includes('https://smarthealth.cards#health-card')),
    rid: z.string().optional(),
    credentialSubject: z.looseObject({
      fhirBundle: z.looseObject({
        resourceType: z.literal('Bundle'),
        entry: z.array(z.looseObject({ resource: z.looseObject({ resourceType: z.string() }) })),
      }),
    }),
  }),
});

const maximumBytes = 65_536;
/** 64 bytes in Base64url. */
const SIGNATURE_CHARACTERS = 86;

function verifyHealthCard(
  text: string,
  trust: TrustList,
  atMs: number,
): Result<VerifiedCertificate, CertificateRefusal> {
  const card = readCard(text);
  if (!card.ok) return refuse({ reason: 'unreadable', detail: card.refusal });
  if (isTooOld(trust, atMs)) return refuse({ reason: 'trust-list-too-old', detail: 'trust-list' });
  const { algorithm, kid, content, signed, signature } = card.value;
  if (trust.revokedKids.has(kid)) return refuse({ reason: 'signer-revoked', detail: kid });
  if (algorithm !== 'ES256') return refuse({ reason: 'signature-wrong', detail: 'algorithm-unknown' });
  const key = trust.healthCardIssuers.get(content.iss)?.find((candidate) => isKey(candidate, kid));
  if (!key) return refuse({ reason: 'signer-unknown', detail: content.iss });
  if (!isSigned(signed, signature, key)) return refuse({ reason: 'signature-wrong', detail: kid });
  const { rid } = content.vc;
  if (rid !== undefined && trust.revokedHashes.has(revocationHash(rid)))
    return refuse({ reason: 'certificate-revoked', detail: 'revocation-list' });
  if (atMs < content.nbf * 1000) return refuse({ reason: 'not-yet-valid', detail: 'nbf' });
  if (content.exp !== undefined && atMs > content.exp * 1000)
    return refuse({ reason: 'expired', detail: 'exp' });
  return accept({ kind: 'shc', issuer: content.iss, content: content.vc.credentialSubject.fhirBundle });
}

interface Card {
  readonly algorithm: string;
  readonly kid: string;
  readonly content: z.output<typeof claims>;
  readonly signed: string;
  readonly signature: Uint8Array;
}

function readCard(text: string): Result<Card, string> {
  const token = tokenOfHealthCard(text);
  if (!token.ok) return token;
  const parts = token.value.split('.');
  const [head = '', body = '', signature = ''] = parts;
  // A code that was read in part ends in its signature: nobody forged it.
  if (parts.length !== 3 || signature.length !== SIGNATURE_CHARACTERS) return refuse('token-structure');
  const parsedHead = header.safeParse(jsonOf(() => Buffer.from(head, 'base64url')));
  const content = claims.safeParse(
    jsonOf(() => inflateRawSync(Buffer.from(body, 'base64url'), { maxOutputLength: maximumBytes })),
  );
  if (!parsedHead.success) return refuse('header');
  if (!content.success) return refuse('payload');
  return accept({
    algorithm: parsedHead.data.alg,
    kid: parsedHead.data.kid,
    content: content.data,
    signed: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
  });
}

/** A key is known by its thumbprint, so that a wrong id in the list cannot lend it to another. */
function isKey(key: HealthCardKey, kid: string): boolean {
  return key.kid === kid && keyThumbprint(key) === kid;
}

function isSigned(signed: string, signature: Uint8Array, { kty, crv, x, y }: HealthCardKey): boolean {
  const der = signature.length === 64 ? derOfRawSignature(signature) : undefined;
  if (!der) return false;
  try {
    const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
    return verify('sha256', Buffer.from(signed), key, der);
  } catch {
    // A listed point that is not on the curve verifies nothing.
    return false;
  }
}

function jsonOf(bytes: () => Uint8Array): unknown {
  try {
    return readJson(Buffer.from(bytes()).toString('utf8'));
  } catch {
    return undefined;
  }
}
