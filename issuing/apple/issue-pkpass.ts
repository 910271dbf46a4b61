import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';
import type { PassKey } from '../barcode/pass-barcode.ts';
import type { PassSigner } from '../keys/signer.ts';
import type { SignerCertificate } from '../keys/signer-certificate.ts';
import { bytesToSign, type CmsTemplate, compileCms, completeCms, prepareCms } from './cms-template.ts';
import type { CompiledTemplate } from './compile-template.ts';
import { manifestOf, type NamedFile } from './manifest.ts';
import type { PassFault } from './pass-fault.ts';
import { passDocument, type WebService } from './pass-json.ts';
import { proveIssued } from './prove-issued.ts';
import { zipOf, zipRecord } from './zip-record.ts';

export interface IssueOptions {
  readonly now: Instant;
  /** The keys that the barcode's tag is checked with before the pass leaves. */
  readonly passKeys: readonly PassKey[];
  readonly webService?: WebService;
}

/**
 * A signed .pkpass of this content. It was read back and proved (manifest, signature, certificate, schema,
 * images, barcode) before it is answered; what fails a check is refused and never handed over.
 */
export async function issuePkpass(
  compiled: CompiledTemplate,
  content: PassContent,
  signer: PassSigner,
  options: IssueOptions,
): Promise<Result<Uint8Array, PassFault>> {
  const { certificate } = signer;
  const { now, passKeys, webService } = options;
  const document = passDocument(compiled.template, content, certificate, webService);
  const files: NamedFile[] = [
    ['pass.json', Buffer.from(document.passJson)],
    ['de.lproj/pass.strings', Buffer.from(document.germanStrings)],
    ['en.lproj/pass.strings', Buffer.from(document.englishStrings)],
  ];
  const manifest = manifestOf(compiled, files);
  const cms = cmsTemplateOf(certificate);
  const prepared = prepareCms(cms, manifest, now);
  const signature = await signer.sign(bytesToSign(cms, prepared));
  const records = files.map(([name, file]) => zipRecord(name, file));
  records.push(zipRecord('manifest.json', manifest));
  records.push(zipRecord('signature', completeCms(cms, prepared, signature)));
  const archive = zipOf(records, compiled.images);
  const serialNumber = content.passId;
  const fault = proveIssued(archive, { compiled, certificate, cms, serialNumber, passKeys, now });
  return fault ? refuse(fault) : accept(archive);
}

const cmsTemplates = new WeakMap<SignerCertificate, CmsTemplate>();

function cmsTemplateOf(certificate: SignerCertificate): CmsTemplate {
  let template = cmsTemplates.get(certificate);
  if (!template) {
    template = compileCms(certificate);
    cmsTemplates.set(certificate, template);
  }
  return template;
}
