import { hash, verify } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { PassKey } from '../barcode/pass-barcode.ts';
import type { SignerCertificate } from '../keys/signer-certificate.ts';
import { passFault } from './check-pass-json.ts';
import { bytesToSign, type CmsTemplate, cmsFits } from './cms-template.ts';
import type { CompiledTemplate } from './compile-template.ts';
import { manifestOf } from './manifest.ts';
import type { PassFault } from './pass-fault.ts';
import { storedFiles } from './stored-files.ts';
import { verifyPkpass } from './verify-pkpass.ts';

export interface IssuedExpectations {
  readonly compiled: CompiledTemplate;
  readonly certificate: SignerCertificate;
  readonly cms: CmsTemplate;
  readonly serialNumber: string;
  readonly passKeys: readonly PassKey[];
  readonly now: Instant;
}

/**
 * Proves an archive of ours from its bytes, as a phone will read them, before it leaves: the checks of
 * `verifyPkpass` at a fraction of their price. Images were judged and hashed when the template was compiled, the
 * certificates when they were read; here their bytes are compared. Answers what is wrong, or `undefined`.
 */
export function proveIssued(archive: Buffer, expected: IssuedExpectations): PassFault | undefined {
  const { certificate, now, serialNumber, passKeys } = expected;
  if (now < certificate.notBefore) return { code: 'certificate-not-yet-valid' };
  if (now > certificate.notAfter) return { code: 'certificate-expired' };
  const files = storedFiles(archive, expected.compiled.images);
  if (files && isSignedAsSuch(files, expected))
    return passFault(files.get('pass.json'), certificate, expected);
  // Something is wrong: the thorough reader says what.
  const thorough = verifyPkpass(archive, {
    now,
    serialNumber,
    passKeys,
    fingerprint: certificate.fingerprint,
  });
  return thorough.ok ? { code: 'zip-damaged' } : thorough.refusal;
}

/** Whether the manifest lists just these files and the images, and the signature is over this manifest. */
function isSignedAsSuch(files: Map<string, Buffer>, expected: IssuedExpectations): boolean {
  const { cms, certificate, compiled } = expected;
  const manifest = files.get('manifest.json');
  const signature = files.get('signature');
  if (!manifest || !signature || !cmsFits(cms, signature)) return false;
  files.delete('manifest.json');
  files.delete('signature');
  if (!manifestOf(compiled, files).equals(manifest)) return false;
  const digest = hash('sha256', manifest, 'buffer');
  if (digest.compare(signature, cms.digestAt, cms.digestAt + digest.length) !== 0) return false;
  const value = signature.subarray(cms.signatureAt, cms.signatureAt + cms.signatureBytes);
  return verify('sha256', bytesToSign(cms, signature), certificate.publicKey, value);
}
