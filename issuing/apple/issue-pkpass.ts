import { hash } from 'node:crypto';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { BlankContent } from '../../domain/passes/blank-pass.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';
import type { PassKey } from '../barcode/pass-barcode.ts';
import type { PassSigner } from '../keys/signer.ts';
import type { SignerCertificate } from '../keys/signer-certificate.ts';
import { bytesToSign, type CmsTemplate, compileCms, completeCms, prepareCms } from './cms-template.ts';
import type { CompiledTemplate } from './compile-template.ts';
import { manifestOf, type NamedFile } from './manifest.ts';
import type { PassFault } from './pass-fault.ts';
import type { PassFile } from './pass-file.ts';
import { passDocument, type WebService } from './pass-json.ts';
import { type ProvenSignature, proveIssued } from './prove-issued.ts';
import { zipAfter, zipRecord } from './zip-record.ts';

export interface IssueOptions {
  readonly now: Instant;
  /** The keys that the barcode's tag is checked with before the pass leaves; a blank one has none. */
  readonly passKeys: readonly PassKey[];
  /** Where the phone of this pass asks for newer ones; absent in a centre without headquarters. */
  readonly webServiceOf?: (content: PassContent | BlankContent) => WebService | undefined;
}

export type IssuedPass = Result<PassFile, PassFault>;

/**
 * A signed .pkpass of each content, answered in their order. Each was read back and proved (manifest, signature,
 * certificate, schema, images, barcode) before it is answered; what fails a check is refused and never handed over.
 * Where the signer holds each signature against the public key itself, that is done once more for the first of a batch.
 * All are prepared, then signed, then proved: the crypto pool has work for every core, and each step stays in the
 * caches, which halves what a pass costs beside RSA.
 */
export async function issuePkpasses(
  compiled: CompiledTemplate,
  contents: readonly (PassContent | BlankContent)[],
  signer: PassSigner,
  options: IssueOptions,
): Promise<IssuedPass[]> {
  const unsigned = contents.map((content) => preparePkpass(compiled, content, signer.certificate, options));
  const signatures = await Promise.all(unsigned.map(({ toSign }) => signer.sign(toSign)));
  return unsigned.map((pass, index) => {
    const signature = signatures[index] ?? noSignature;
    const isProven = signer.provesItself === true && index > 0;
    return finishPkpass(pass, signature, isProven ? { toSign: pass.toSign, signature } : undefined, options);
  });
}

/** Everything of a pass but its signature. */
interface UnsignedPass {
  readonly compiled: CompiledTemplate;
  readonly certificate: SignerCertificate;
  readonly serialNumber: string;
  readonly hasBarcode: boolean;
  readonly files: readonly NamedFile[];
  readonly passJson: Buffer;
  readonly manifest: Buffer;
  readonly manifestDigest: string;
  readonly cms: CmsTemplate;
  readonly prepared: Buffer;
  readonly toSign: Buffer;
}

const noSignature = new Uint8Array();

function preparePkpass(
  compiled: CompiledTemplate,
  content: PassContent | BlankContent,
  certificate: SignerCertificate,
  { now, webServiceOf }: IssueOptions,
): UnsignedPass {
  const document = passDocument(compiled.template, content, certificate, webServiceOf?.(content));
  const passJson = Buffer.from(document.passJson);
  const files: NamedFile[] = [
    ['pass.json', passJson],
    ['de.lproj/pass.strings', Buffer.from(document.germanStrings)],
    ['en.lproj/pass.strings', Buffer.from(document.englishStrings)],
  ];
  const manifest = manifestOf(compiled, files);
  const manifestDigest = hash('sha256', manifest);
  const cms = cmsTemplateOf(certificate);
  const prepared = prepareCms(cms, manifestDigest, now);
  const toSign = bytesToSign(cms, prepared);
  const serialNumber = content.passId;
  return {
    compiled,
    certificate,
    serialNumber,
    hasBarcode: content.barcode !== undefined,
    files,
    passJson,
    manifest,
    manifestDigest,
    cms,
    prepared,
    toSign,
  };
}

/** With its signature, put together and proved. */
function finishPkpass(
  unsigned: UnsignedPass,
  signatureValue: Uint8Array,
  proven: ProvenSignature | undefined,
  { now, passKeys }: IssueOptions,
): IssuedPass {
  const { compiled, files, manifest } = unsigned;
  const signature = completeCms(unsigned.cms, unsigned.prepared, signatureValue);
  const records = files.map(([name, file]) => zipRecord(name, file));
  records.push(zipRecord('manifest.json', manifest), zipRecord('signature', signature));
  const own = zipAfter(compiled.images, records);
  const fault = proveIssued(own, {
    ...unsigned,
    signature,
    proven,
    records,
    passKeys: unsigned.hasBarcode ? passKeys : 'no-barcode',
    now,
  });
  return fault ? refuse(fault) : accept({ images: compiled.passImages, own });
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
