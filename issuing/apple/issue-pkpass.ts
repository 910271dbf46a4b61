import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';
import type { PassKey } from '../barcode/pass-barcode.ts';
import type { PassSigner } from '../keys/signer.ts';
import type { SignerCertificate } from '../keys/signer-certificate.ts';
import { bytesToSign, type CmsTemplate, compileCms, completeCms, prepareCms } from './cms-template.ts';
import type { CompiledTemplate } from './compile-template.ts';
import { passDocument, type WebService } from './pass-json.ts';
import { stringsFile } from './strings-file.ts';
import { type PassFault, verifyPkpass } from './verify-pkpass.ts';
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
  const { now } = options;
  if (now < certificate.notBefore) return refuse({ code: 'certificate-not-yet-valid' });
  if (now > certificate.notAfter) return refuse({ code: 'certificate-expired' });
  const files = dynamicFiles(compiled, content, certificate, options.webService);
  const manifest = Buffer.from(manifestText(compiled, files));
  const cms = cmsTemplateOf(certificate);
  const prepared = prepareCms(cms, manifest, now);
  const signature = await signer.sign(bytesToSign(cms, prepared));
  const bytes = zipOf([
    ...files.map(([name, file]) => zipRecord(name, file)),
    zipRecord('manifest.json', manifest),
    zipRecord('signature', completeCms(cms, prepared, signature)),
    ...compiled.staticFiles.map(({ record }) => record),
  ]);
  const { passTypeId, teamId } = certificate;
  const proof = await verifyPkpass(bytes, {
    now,
    passKeys: options.passKeys,
    passTypeId,
    teamId,
    serialNumber: content.passId,
    certificate,
  });
  return proof.ok ? accept(bytes) : proof;
}

type NamedFile = readonly [name: string, content: Buffer];

function dynamicFiles(
  { template }: CompiledTemplate,
  content: PassContent,
  identity: SignerCertificate,
  webService?: WebService,
): NamedFile[] {
  const { json, texts } = passDocument(template, content, identity, webService);
  return [
    ['pass.json', Buffer.from(JSON.stringify(json))],
    ['de.lproj/pass.strings', Buffer.from(stringsFile(texts.de))],
    ['en.lproj/pass.strings', Buffer.from(stringsFile(texts.en))],
  ];
}

function manifestText(compiled: CompiledTemplate, files: readonly NamedFile[]): string {
  let text = compiled.manifestStart;
  for (const [name, file] of files) text += `,"${name}":"${createHash('sha1').update(file).digest('hex')}"`;
  return `${text}}`;
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
