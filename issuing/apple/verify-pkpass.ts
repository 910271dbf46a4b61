import { createHash } from 'node:crypto';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { readSignerCertificate, type SignerCertificate } from '../keys/signer-certificate.ts';
import {
  type CheckedPassJson,
  checkPassJson,
  jsonObject,
  type PassJsonExpectations,
} from './check-pass-json.ts';
import type { PassFault } from './pass-fault.ts';
import { imageFault, requiredImages } from './pass-images.ts';
import { proveSignature, readSignature } from './read-signature.ts';
import { readZip, type ZipEntry } from './zip-reader.ts';

/** What a pass is held against. Left out is not checked, save what every pass must keep. */
export interface PassExpectations extends PassJsonExpectations {
  readonly now: Instant;
  /** Of the very certificate that must have signed. */
  readonly fingerprint?: string;
}

export interface VerifiedPass extends CheckedPassJson {
  readonly serialNumber: string;
  readonly certificate: SignerCertificate;
  readonly signedAt: Instant;
}

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
  const checked = checkPassJson(files.get('pass.json'), signed.value.certificate, expectations);
  if (!checked.ok) return checked;
  const serialNumber = String(checked.value.pass.serialNumber);
  return accept({ ...signed.value, ...checked.value, serialNumber });
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
  { now, fingerprint: expected }: PassExpectations,
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
  if ((expected ?? fingerprint) !== fingerprint) return refuse({ code: 'certificate-other' });
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
