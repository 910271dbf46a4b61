import { hash } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';
import type { PassKey } from '../barcode/pass-barcode.ts';
import type { PassSigner } from '../keys/signer.ts';
import type { SignerCertificate } from '../keys/signer-certificate.ts';
import { bytesToSign, type CmsTemplate, compileCms, completeCms, prepareCms } from './cms-template.ts';
import type { CompiledTemplate } from './compile-template.ts';
import type { PassFault } from './pass-fault.ts';
import { passDocument, type WebService } from './pass-json.ts';
import { proveIssued } from './prove-issued.ts';
import { stringsFiles } from './strings-file.ts';
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
  const { now, passKeys } = options;
  const files = dynamicFiles(compiled, content, certificate, options.webService);
  const manifest = Buffer.from(manifestText(compiled, files), 'latin1');
  const cms = cmsTemplateOf(certificate);
  const prepared = prepareCms(cms, manifest, now);
  const signature = await signer.sign(bytesToSign(cms, prepared));
  const archive = zipOf([
    ...files.map(([name, file]) => zipRecord(name, file)),
    zipRecord('manifest.json', manifest),
    zipRecord('signature', completeCms(cms, prepared, signature)),
    ...compiled.staticFiles.map(({ record }) => record),
  ]);
  const serialNumber = content.passId;
  const fault = proveIssued(archive, { compiled, certificate, cms, serialNumber, passKeys, now });
  return fault ? refuse(fault) : accept(archive);
}

type NamedFile = readonly [name: string, content: Buffer];

function dynamicFiles(
  { template }: CompiledTemplate,
  content: PassContent,
  identity: SignerCertificate,
  webService?: WebService,
): NamedFile[] {
  const { json, texts } = passDocument(template, content, identity, webService);
  const { de, en } = stringsFiles(texts);
  return [
    ['pass.json', Buffer.from(JSON.stringify(json))],
    ['de.lproj/pass.strings', Buffer.from(de)],
    ['en.lproj/pass.strings', Buffer.from(en)],
  ];
}

function manifestText(compiled: CompiledTemplate, files: readonly NamedFile[]): string {
  let text = compiled.manifestStart;
  for (const [name, file] of files) text += `,"${name}":"${hash('sha1', file)}"`;
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
