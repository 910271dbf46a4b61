import { createHash } from 'node:crypto';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { BarcodeContent } from '../../domain/passes/barcode.ts';
import { type PassKey, type VerifyBarcodeRefusal, verifyPassBarcode } from '../barcode/pass-barcode.ts';
import {
  readSignerCertificate,
  type SignerCertificate,
  type SignerCertificateFault,
} from '../keys/signer-certificate.ts';
import { type ImageFault, imageFault, requiredImages } from './pass-images.ts';
import { firstSchemaError } from './pass-schema.ts';
import {
  proveSignature,
  readSignature,
  type SignatureFault,
  type SignatureProofFault,
} from './read-signature.ts';
import { readZip, type ZipEntry, type ZipFault } from './zip-reader.ts';

/** What a pass is held against. Left out is not checked, save what every pass must keep. */
export interface PassExpectations {
  readonly now: Instant;
  readonly passTypeId?: string;
  readonly teamId?: string;
  readonly serialNumber?: string;
  /** The very certificate that must have signed. */
  readonly certificate?: SignerCertificate;
  /** With keys the barcode must carry a tag of one of them. */
  readonly passKeys?: readonly PassKey[];
}

export interface VerifiedPass {
  readonly serialNumber: string;
  readonly pass: Record<string, unknown>;
  readonly certificate: SignerCertificate;
  readonly signedAt: Instant;
  readonly barcode?: BarcodeContent;
}

export type PassFault =
  | ZipFault
  | ImageFault
  | SignatureFault
  | SignatureProofFault
  | { readonly code: 'file-missing'; readonly name: string }
  | { readonly code: 'json-invalid'; readonly name: string }
  | { readonly code: 'manifest-hash-wrong'; readonly name: string }
  | { readonly code: 'file-not-in-manifest'; readonly name: string }
  | { readonly code: 'pass-malformed'; readonly path: string; readonly problem: string }
  | { readonly code: 'certificate-unfit'; readonly fault: SignerCertificateFault }
  | { readonly code: 'wwdr-missing' }
  | { readonly code: 'certificate-not-yet-valid' }
  | { readonly code: 'certificate-expired' }
  | { readonly code: 'certificate-other' }
  | { readonly code: 'pass-type-id-differs'; readonly certificate: string; readonly pass: string }
  | { readonly code: 'team-id-differs'; readonly certificate: string; readonly pass: string }
  | { readonly code: 'serial-number-differs'; readonly pass: string }
  | { readonly code: 'barcode-missing' }
  | { readonly code: 'barcode-wrong'; readonly fault: VerifyBarcodeRefusal };

/** Proves a pass file, whoever made it, and answers the first thing that is wrong with it. */
export function verifyPkpass(
  bytes: Uint8Array,
  expectations: PassExpectations,
): Result<VerifiedPass, PassFault> {
  const entries = readZip(bytes);
  if (!entries.ok) return entries;
  const files = new Map(entries.value.map((entry) => [entry.name, entry.content]));
  const manifest = provenManifest(entries.value, files);
  if (!manifest.ok) return manifest;
  const signed = provenSignature(files, manifest.value, expectations);
  if (!signed.ok) return signed;
  const image = imageProblem(files);
  if (image) return refuse(image);
  const pass = provenPass(files, signed.value.certificate, expectations);
  if (!pass.ok) return pass;
  const barcode = provenBarcode(pass.value, expectations.passKeys);
  if (!barcode.ok) return barcode;
  return accept({
    ...signed.value,
    serialNumber: String(pass.value.serialNumber),
    pass: pass.value,
    ...(barcode.value ? { barcode: barcode.value } : {}),
  });
}

type Files = ReadonlyMap<string, Uint8Array>;

function provenManifest(entries: readonly ZipEntry[], files: Files): Result<Uint8Array, PassFault> {
  const manifest = files.get('manifest.json');
  if (!manifest) return refuse({ code: 'file-missing', name: 'manifest.json' });
  const listed = jsonObject(manifest);
  if (!listed) return refuse({ code: 'json-invalid', name: 'manifest.json' });
  for (const [name, hash] of Object.entries(listed)) {
    const content = files.get(name);
    if (!content) return refuse({ code: 'file-missing', name });
    if (createHash('sha1').update(content).digest('hex') !== hash)
      return refuse({ code: 'manifest-hash-wrong', name });
  }
  const extra = entries.find(({ name }) => !unlisted.has(name) && !Object.hasOwn(listed, name));
  return extra ? refuse({ code: 'file-not-in-manifest', name: extra.name }) : accept(manifest);
}

const unlisted = new Set(['manifest.json', 'signature']);

function provenSignature(
  files: Files,
  manifest: Uint8Array,
  { now, certificate: expected }: PassExpectations,
): Result<{ certificate: SignerCertificate; signedAt: Instant }, PassFault> {
  const file = files.get('signature');
  if (!file) return refuse({ code: 'file-missing', name: 'signature' });
  const read = readSignature(file);
  if (!read.ok) return read;
  const proof = proveSignature(read.value, manifest);
  if (!proof.ok) return proof;
  if (!read.value.issuer) return refuse({ code: 'wwdr-missing' });
  const certificate = readSignerCertificate(read.value.signer.raw, read.value.issuer.raw);
  if (!certificate.ok) return refuse({ code: 'certificate-unfit', fault: certificate.refusal });
  const { notBefore, notAfter, fingerprint } = certificate.value;
  if (now < notBefore) return refuse({ code: 'certificate-not-yet-valid' });
  if (now > notAfter) return refuse({ code: 'certificate-expired' });
  if (expected && expected.fingerprint !== fingerprint) return refuse({ code: 'certificate-other' });
  return accept({ certificate: certificate.value, signedAt: read.value.signingTime ?? instantOf(0) });
}

function imageProblem(files: Files): PassFault | undefined {
  const missing = requiredImages.find((name) => !files.has(name));
  if (missing) return { code: 'image-missing', name: missing };
  for (const [name, content] of files) {
    const fault = name.endsWith('.png') ? imageFault(name, content) : undefined;
    if (fault) return fault;
  }
  return undefined;
}

function provenPass(
  files: Files,
  certificate: SignerCertificate,
  expectations: PassExpectations,
): Result<Record<string, unknown>, PassFault> {
  const file = files.get('pass.json');
  if (!file) return refuse({ code: 'file-missing', name: 'pass.json' });
  const pass = jsonObject(file);
  if (!pass) return refuse({ code: 'json-invalid', name: 'pass.json' });
  const error = firstSchemaError(pass);
  if (error)
    return refuse({
      code: 'pass-malformed',
      path: error.instancePath,
      problem: error.message ?? error.keyword,
    });
  const { passTypeIdentifier, teamIdentifier, serialNumber } = pass as Record<string, string>;
  const { passTypeId, teamId } = certificate;
  if (passTypeIdentifier !== passTypeId || (expectations.passTypeId ?? passTypeId) !== passTypeId)
    return refuse({ code: 'pass-type-id-differs', certificate: passTypeId, pass: passTypeIdentifier ?? '' });
  if (teamIdentifier !== teamId || (expectations.teamId ?? teamId) !== teamId)
    return refuse({ code: 'team-id-differs', certificate: teamId, pass: teamIdentifier ?? '' });
  if ((expectations.serialNumber ?? serialNumber) !== serialNumber)
    return refuse({ code: 'serial-number-differs', pass: serialNumber ?? '' });
  return accept(pass);
}

function provenBarcode(
  pass: Record<string, unknown>,
  passKeys: readonly PassKey[] | undefined,
): Result<BarcodeContent | undefined, PassFault> {
  if (!passKeys) return accept(undefined);
  const [barcode] = (pass.barcodes ?? []) as { message: string }[];
  if (!barcode) return refuse({ code: 'barcode-missing' });
  const content = verifyPassBarcode(passKeys, barcode.message);
  return content.ok ? content : refuse({ code: 'barcode-wrong', fault: content.refusal });
}

function jsonObject(file: Uint8Array): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
