import { hash, verify } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { PassKey } from '../barcode/pass-barcode.ts';
import type { SignerCertificate } from '../keys/signer-certificate.ts';
import { passFault } from './check-pass-json.ts';
import { bytesToSign, type CmsTemplate, cmsFits } from './cms-template.ts';
import type { CompiledTemplate } from './compile-template.ts';
import type { PassFault } from './pass-fault.ts';
import { storedFiles } from './stored-files.ts';

export interface IssuedExpectations {
  readonly compiled: CompiledTemplate;
  readonly certificate: SignerCertificate;
  readonly cms: CmsTemplate;
  readonly serialNumber: string;
  readonly passKeys: readonly PassKey[];
  readonly now: Instant;
}

/**
 * Proves an archive of ours from its bytes, as a phone will read them, before it leaves. The same checks as
 * `verifyPkpass` makes of any pass, at a fraction of their price: images were judged and hashed when the template
 * was compiled and are compared now, the certificates too. Answers what is wrong, or `undefined`.
 */
export function proveIssued(archive: Buffer, expected: IssuedExpectations): PassFault | undefined {
  const { notBefore, notAfter } = expected.certificate;
  if (expected.now < notBefore) return { code: 'certificate-not-yet-valid' };
  if (expected.now > notAfter) return { code: 'certificate-expired' };
  const files = storedFiles(archive);
  if (!files) return { code: 'zip-damaged' };
  const manifest = files.get('manifest.json');
  const signature = files.get('signature');
  if (!manifest || !signature)
    return { code: 'file-missing', name: manifest ? 'signature' : 'manifest.json' };
  return (
    manifestFault(files, manifest, expected.compiled) ??
    signatureFault(signature, manifest, expected) ??
    passFault(files.get('pass.json'), expected.certificate, expected)
  );
}

function manifestFault(
  files: ReadonlyMap<string, Buffer>,
  manifest: Buffer,
  { staticFileOf }: CompiledTemplate,
): PassFault | undefined {
  const listed: Record<string, string> = JSON.parse(manifest.toString('latin1'));
  let count = 0;
  for (const name in listed) {
    count++;
    const content = files.get(name);
    if (!content) return { code: 'file-missing', name };
    const known = staticFileOf.get(name);
    const fits = known
      ? known.sha1 === listed[name] && content.equals(known.content)
      : hash('sha1', content) === listed[name];
    if (!fits) return { code: 'manifest-hash-wrong', name };
  }
  if (count === files.size - 2) return undefined;
  const extra = [...files.keys()].find((name) => !Object.hasOwn(listed, name) && !unlisted.has(name));
  return { code: 'file-not-in-manifest', name: extra ?? '' };
}

const unlisted = new Set(['manifest.json', 'signature']);

function signatureFault(
  signature: Buffer,
  manifest: Buffer,
  { cms, certificate }: IssuedExpectations,
): PassFault | undefined {
  if (!cmsFits(cms, signature)) return { code: 'signature-unreadable' };
  const digest = hash('sha256', manifest, 'buffer');
  if (digest.compare(signature, cms.digestAt, cms.digestAt + digest.length) !== 0)
    return { code: 'signature-of-other-manifest' };
  const value = signature.subarray(cms.signatureAt, cms.signatureAt + cms.signatureBytes);
  const isRight = verify('sha256', bytesToSign(cms, signature), certificate.publicKey, value);
  return isRight ? undefined : { code: 'signature-wrong' };
}
