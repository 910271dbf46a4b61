import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { type Base45Refusal, decodeBase45 } from '../encoding/base45.ts';
import { checkTimes, type TimeRefusal } from './check-times.ts';
import { type CompressionRefusal, decompressHcert } from './compression.ts';
import { type CoseEnvelope, type CoseRefusal, readCoseEnvelope } from './cose-envelope.ts';
import { type Dcc, type SchemaRefusal, statementsOf, validateDcc } from './dcc-schema.ts';
import type { DocumentSigner } from './document-signer.ts';
import { type ClaimsRefusal, type HealthClaims, readHealthClaims } from './health-claims.ts';
import { type PrefixRefusal, unprefixHcert } from './unprefix.ts';
import { type EnvelopeRefusal, signersMeant, verifyEnvelope } from './verify-envelope.ts';

/**
 * What each step made of a code. A step is absent when one that it needs failed: the first four each need the one
 * before, the others need what was decoded. Only the signature asks no more than unpacked bytes: bytes that are
 * no signed message carry no valid signature.
 */
export interface HcertEvaluation {
  readonly unprefix: Result<string, PrefixRefusal>;
  readonly base45?: Result<Uint8Array, Base45Refusal>;
  readonly compression?: Result<Uint8Array, CompressionRefusal>;
  readonly decode?: Result<HealthClaims, CoseRefusal | ClaimsRefusal>;
  readonly schema?: Result<Dcc, SchemaRefusal>;
  readonly signature?: Result<DocumentSigner, EnvelopeRefusal | 'unsigned'>;
  readonly expiry?: Result<true, TimeRefusal>;
  readonly keyUsage?: Result<true, 'key-usage'>;
  /** The key id in the code, as hex: which signer it claims. */
  readonly kid?: string;
}

/** Evaluates a code step by step against these signers, at this time. */
export function evaluateHcert(
  text: string,
  signers: readonly DocumentSigner[],
  atMs: number,
): HcertEvaluation {
  const unprefix = unprefixHcert(text);
  if (!unprefix.ok) return { unprefix };
  const base45 = decodeBase45(unprefix.value);
  if (!base45.ok) return { unprefix, base45 };
  const compression = decompressHcert(base45.value);
  if (!compression.ok) return { unprefix, base45, compression };
  const unpacked = { unprefix, base45, compression };
  const envelope = readCoseEnvelope(compression.value);
  if (!envelope.ok) return { ...unpacked, decode: envelope, signature: refuse('unsigned') };
  const signature = verifyEnvelope(envelope.value, signers);
  const kid = envelope.value.keyId && Buffer.from(envelope.value.keyId).toString('hex');
  const decode = readHealthClaims(envelope.value.payload);
  if (!decode.ok) return { ...unpacked, decode, signature, kid };
  const signer = signature.ok ? signature.value : claimedSigner(envelope.value, signers);
  return {
    ...unpacked,
    decode,
    schema: validateDcc(decode.value.certificate),
    signature,
    expiry: checkTimes(decode.value, atMs, signer),
    keyUsage: checkKeyUsage(decode.value, signer),
    kid,
  };
}

/** Whose rules apply where nobody's signature holds: the signer that is meant, or the only one there is. */
function claimedSigner(
  envelope: CoseEnvelope,
  signers: readonly DocumentSigner[],
): DocumentSigner | undefined {
  return signersMeant(envelope, signers)[0] ?? (signers.length === 1 ? signers[0] : undefined);
}

function checkKeyUsage(
  { certificate }: HealthClaims,
  signer: DocumentSigner | undefined,
): HcertEvaluation['keyUsage'] {
  const statements = statementsOf(certificate);
  if (!signer || statements.length === 0) return undefined;
  const { allowed } = signer;
  return !allowed || statements.every((statement) => allowed.includes(statement))
    ? accept(true)
    : refuse('key-usage');
}
