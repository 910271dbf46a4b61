import { verify } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { PassKey } from '../barcode/pass-barcode.ts';
import type { SignerCertificate } from '../keys/signer-certificate.ts';
import { passFault } from './check-pass-json.ts';
import { bytesToSign, type CmsTemplate, cmsFits, cmsIsOver } from './cms-template.ts';
import type { CompiledTemplate } from './compile-template.ts';
import type { PassFault } from './pass-fault.ts';
import { wholePass } from './pass-file.ts';
import { holdsRecords } from './stored-files.ts';
import { verifyPkpass } from './verify-pkpass.ts';
import type { ZipRecord } from './zip-record.ts';

/** A signature as its signer gave it, held against the public key there, and what it was asked to sign. */
export interface ProvenSignature {
  readonly toSign: Buffer;
  readonly signature: Uint8Array;
}

export interface IssuedExpectations {
  readonly compiled: CompiledTemplate;
  readonly certificate: SignerCertificate;
  readonly cms: CmsTemplate;
  /** Every file behind the images, as it was hashed or signed. */
  readonly records: readonly ZipRecord[];
  readonly passJson: Buffer;
  /** SHA-256 in hex of manifest.json, as it lies among the records. */
  readonly manifestDigest: string;
  readonly signature: Buffer;
  /** Absent where the signature is to be held against the public key here. */
  readonly proven: ProvenSignature | undefined;
  readonly serialNumber: string;
  readonly passKeys: readonly PassKey[] | 'no-barcode';
  readonly now: Instant;
}

/**
 * Proves a pass of ours from its bytes, as a phone will read them behind the images, before it leaves: the checks of
 * `verifyPkpass` at a fraction of their price. The bytes are held against what was hashed for the manifest, and those
 * are checked (images and certificates were, once). Answers what is wrong, or `undefined`.
 */
export function proveIssued(own: Buffer, expected: IssuedExpectations): PassFault | undefined {
  const { certificate, now, serialNumber, passKeys } = expected;
  if (now < certificate.notBefore) return { code: 'certificate-not-yet-valid' };
  if (now > certificate.notAfter) return { code: 'certificate-expired' };
  const { images, passImages } = expected.compiled;
  const isWhole = holdsRecords(own, images, expected.records);
  const fault = passFault(expected.passJson, certificate, expected);
  if (isWhole && isSigned(expected)) return fault;
  // Something is wrong: the thorough reader says what.
  const thorough = verifyPkpass(wholePass({ images: passImages, own }), {
    now,
    serialNumber,
    passKeys,
    fingerprint: certificate.fingerprint,
  });
  return thorough.ok ? { code: 'zip-damaged' } : thorough.refusal;
}

/**
 * Whether the signature is of this certificate and over this manifest: by the public key, or because what lies in the
 * file is byte by byte what was signed, and what the signer answered and proved. On this thread: waking a thread of the
 * crypto pool for it costs more than the verification itself (0.02 ms), and the pool is busy signing.
 */
function isSigned({ cms, certificate, manifestDigest, signature, proven }: IssuedExpectations): boolean {
  if (!cmsFits(cms, signature) || !cmsIsOver(cms, signature, manifestDigest)) return false;
  const value = signature.subarray(cms.signatureAt, cms.signatureAt + cms.signatureBytes);
  const signed = bytesToSign(cms, signature);
  if (proven) return signed.equals(proven.toSign) && value.equals(proven.signature);
  return verify('sha256', signed, certificate.publicKey, value);
}
