import { verify } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { PassKey } from '../barcode/pass-barcode.ts';
import type { SignerCertificate } from '../keys/signer-certificate.ts';
import { passFault } from './check-pass-json.ts';
import { bytesToSign, type CmsTemplate, cmsFits, cmsIsOver } from './cms-template.ts';
import type { CompiledTemplate } from './compile-template.ts';
import type { NamedFile } from './manifest.ts';
import type { PassFault } from './pass-fault.ts';
import { wholePass } from './pass-file.ts';
import { storedFiles } from './stored-files.ts';
import { verifyPkpass } from './verify-pkpass.ts';

export interface IssuedExpectations {
  readonly compiled: CompiledTemplate;
  readonly certificate: SignerCertificate;
  readonly cms: CmsTemplate;
  /** The files that were hashed into this manifest. */
  readonly files: readonly NamedFile[];
  readonly manifest: Buffer;
  readonly serialNumber: string;
  readonly passKeys: readonly PassKey[];
  readonly now: Instant;
}

/**
 * Proves a pass of ours from its bytes, as a phone will read them behind the images: the checks of `verifyPkpass` at
 * a fraction of their price. What was judged or hashed before (images and certificates once, the
 * files for the manifest) is compared byte by byte. Answers what is wrong, or `undefined`.
 */
export function proveIssued(own: Buffer, expected: IssuedExpectations): PassFault | undefined {
  const { certificate, now, serialNumber, passKeys } = expected;
  if (now < certificate.notBefore) return { code: 'certificate-not-yet-valid' };
  if (now > certificate.notAfter) return { code: 'certificate-expired' };
  const { images, passImages } = expected.compiled;
  const files = storedFiles(own, images);
  if (files && isSignedAsSuch(files, expected))
    return passFault(files.get('pass.json'), certificate, expected);
  // Something is wrong: the thorough reader says what.
  const thorough = verifyPkpass(wholePass({ images: passImages, own }), {
    now,
    serialNumber,
    passKeys,
    fingerprint: certificate.fingerprint,
  });
  return thorough.ok ? { code: 'zip-damaged' } : thorough.refusal;
}

/** Whether just the files of the manifest lie where the directory says, and the signature is over this manifest. */
function isSignedAsSuch(read: ReadonlyMap<string, Buffer>, expected: IssuedExpectations): boolean {
  const { cms, certificate, files, manifest } = expected;
  const signature = read.get('signature');
  const isWhole =
    read.size === files.length + 2 &&
    read.get('manifest.json')?.equals(manifest) === true &&
    files.every(([name, file]) => read.get(name)?.equals(file) === true);
  if (!isWhole || !signature || !cmsFits(cms, signature) || !cmsIsOver(cms, signature, manifest))
    return false;
  const value = signature.subarray(cms.signatureAt, cms.signatureAt + cms.signatureBytes);
  return verify('sha256', bytesToSign(cms, signature), certificate.publicKey, value);
}
