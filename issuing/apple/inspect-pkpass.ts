import { createHash } from 'node:crypto';
import { faultSentence } from './fault-texts.ts';
import { inspectContent } from './inspect-content.ts';
import { hasUnreadTranslations, inspectFiles, translationsIn } from './inspect-files.ts';
import { inspectSignature } from './inspect-signature.ts';
import { inspectedObject } from './inspected-object.ts';
import type { Finding, Inspection, InspectOptions, PassSummary, Report } from './inspection.ts';
import { readZip, type ZipEntry } from './zip-reader.ts';

/** Looks at any .pkpass or .pkpasses, ours or not, and tells everything that is wrong with it. Never throws. */
export function inspectPkpass(bytes: Uint8Array, options: InspectOptions): Inspection {
  return inspectArchive(bytes, options, false);
}

/** A bundle in a bundle is not gone into: an archive can hold itself. */
function inspectArchive(bytes: Uint8Array, options: InspectOptions, isInBundle: boolean): Inspection {
  const findings: Finding[] = [];
  const report: Report = (severity, fault) =>
    findings.push({ severity, code: fault.code, sentence: faultSentence(fault) });
  const archive = readZip(bytes);
  if (!archive.ok) {
    report('error', archive.refusal);
    return concluded(findings, {});
  }
  const bundled = archive.value.filter(({ name }) => name.endsWith('.pkpass'));
  if (bundled.length === 0 || archive.value.some(({ name }) => name === 'pass.json'))
    return concluded(findings, inspectPass(archive.value, options, report));
  if (!isInBundle) return inspectBundle(bundled, options, findings, report);
  report('error', { code: 'bundle-within-bundle' });
  return concluded(findings, {});
}

function inspectBundle(
  passes: readonly ZipEntry[],
  options: InspectOptions,
  findings: Finding[],
  report: Report,
): Inspection {
  if (passes.length > bundleLimit) report('error', { code: 'bundle-too-large', count: passes.length });
  for (const { name, content } of passes.slice(0, bundleLimit))
    findings.push(
      ...inspectArchive(content, options, true).findings.map((finding) => ({ ...finding, within: name })),
    );
  return concluded(findings, { bundle: passes.map(({ name }) => name) });
}

/** How many passes one .pkpasses file may hold. */
export const bundleLimit = 10;

function inspectPass(entries: readonly ZipEntry[], options: InspectOptions, report: Report): PassSummary {
  const files = new Map(entries.map(({ name, content }) => [name, content]));
  const manifest = files.get('manifest.json');
  if (manifest) inspectManifest(manifest, files, report);
  else report('error', { code: 'file-missing', name: 'manifest.json' });
  const signature = inspectSignature(files.get('signature'), manifest, options, report);
  const translations = { read: translationsIn(files), isComplete: !hasUnreadTranslations(files) };
  const pass = inspectContent(files.get('pass.json'), signature, options, report, translations);
  inspectFiles(files, report);
  const textOf = (key: string) => {
    const value = pass?.[key];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    serialNumber: textOf('serialNumber'),
    passTypeId: textOf('passTypeIdentifier'),
    teamId: textOf('teamIdentifier'),
    organisation: textOf('organizationName'),
    ...(signature ? { signature } : {}),
  };
}

function inspectManifest(manifest: Uint8Array, files: ReadonlyMap<string, Uint8Array>, report: Report): void {
  const listed = inspectedObject('manifest.json', manifest, report);
  if (!listed) return;
  for (const [name, hash] of Object.entries(listed)) {
    const content = files.get(name);
    if (outsideManifest.has(name)) report('error', { code: 'manifest-lists-itself', name });
    else if (!content) report('error', { code: 'file-missing', name });
    else if (createHash('sha1').update(content).digest('hex') !== hash)
      report('error', { code: 'manifest-hash-wrong', name });
  }
  for (const name of files.keys())
    if (!outsideManifest.has(name) && !Object.hasOwn(listed, name))
      report('error', { code: 'file-not-in-manifest', name });
}

const outsideManifest = new Set(['manifest.json', 'signature']);

function concluded(findings: readonly Finding[], summary: PassSummary): Inspection {
  const has = (severity: Finding['severity']) => findings.some((finding) => finding.severity === severity);
  return { verdict: has('error') ? 'broken' : has('warning') ? 'doubtful' : 'good', findings, summary };
}
