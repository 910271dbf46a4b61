import { constants, type KeyObject, verify } from 'node:crypto';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { derOfRawSignature } from '../encoding/ecdsa-signature.ts';
import { type CoseEnvelope, signedBytes } from './cose-envelope.ts';
import type { DocumentSigner } from './document-signer.ts';

export type EnvelopeRefusal = 'algorithm-unknown' | 'signer-unknown' | 'signature-wrong';

const es256 = -7;
const ps256 = -37;

/** The signers that a key id means. Eight bytes may mean several; a message without an id may be of any. */
export function signersMeant(
  { keyId }: CoseEnvelope,
  signers: readonly DocumentSigner[],
): readonly DocumentSigner[] {
  if (keyId === undefined) return signers;
  const kid = Buffer.from(keyId.buffer, keyId.byteOffset, keyId.byteLength).toString('hex');
  return signers.filter((signer) => signer.kid === kid);
}

/** Who of the signers signed it: every one that the key id means is tried. */
export function verifyEnvelope(
  envelope: CoseEnvelope,
  signers: readonly DocumentSigner[],
): Result<DocumentSigner, EnvelopeRefusal> {
  if (envelope.algorithm !== es256 && envelope.algorithm !== ps256) return refuse('algorithm-unknown');
  const meant = signersMeant(envelope, signers);
  if (meant.length === 0) return refuse('signer-unknown');
  const data = signedBytes(envelope.protectedHeader, envelope.payload);
  const signer = meant.find((candidate) => isSignedBy(envelope, data, candidate));
  return signer ? accept(signer) : refuse('signature-wrong');
}

function isSignedBy(envelope: CoseEnvelope, data: Uint8Array, signer: DocumentSigner): boolean {
  try {
    return envelope.algorithm === ps256
      ? isPs256(envelope, data, signer.publicKey)
      : isEs256(envelope, data, signer.publicKey);
  } catch {
    // OpenSSL throws for a key that it cannot use at all: nothing is signed by such a key.
    return false;
  }
}

function isPs256({ signature }: CoseEnvelope, data: Uint8Array, key: KeyObject): boolean {
  if (key.asymmetricKeyType !== 'rsa') return false;
  const saltLength = constants.RSA_PSS_SALTLEN_AUTO;
  return verify('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature);
}

function isEs256({ signature }: CoseEnvelope, data: Uint8Array, key: KeyObject): boolean {
  const der = key.asymmetricKeyType === 'ec' ? derOfRawSignature(signature) : undefined;
  return der !== undefined && verify('sha256', data, key, der);
}
