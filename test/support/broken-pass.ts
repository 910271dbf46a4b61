import { createHash, createPrivateKey, hash, sign } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { instantOf } from '../../domain/kernel/instant.ts';
import { passContent } from '../../domain/passes/pass-content.ts';
import { standardTemplate } from '../../domain/passes/pass-template.ts';
import { bytesToSign, compileCms, completeCms, prepareCms } from '../../issuing/apple/cms-template.ts';
import { compileTemplate } from '../../issuing/apple/compile-template.ts';
import { standardAssets } from '../../issuing/apple/pass-images.ts';
import { readSignerCertificate } from '../../issuing/keys/signer-certificate.ts';
import type { TrialAuthority } from '../../issuing/keys/trial-authority.ts';
import { issueOne } from './issue-one.ts';
import { aPass, testPassKey } from './pass-facts.ts';
import { testNow, trialSigner } from './trial-signer.ts';

export type PassFiles = Record<string, Uint8Array>;
type Json = Record<string, unknown>;

/** The files of a good pass. */
export async function goodFiles(): Promise<PassFiles> {
  const { signer } = await trialSigner();
  const template = standardTemplate('Impfzentrum Musterstadt');
  const compiled = compileTemplate(template, standardAssets());
  if (!compiled.ok) throw new Error(compiled.refusal.code);
  const options = { now: testNow, passKeys: [testPassKey] };
  const pass = await issueOne(compiled.value, passContent(aPass().facts(), template), signer, options);
  if (!pass.ok) throw new Error(pass.refusal.code);
  return unzipSync(pass.value);
}

/** The pass with its pass.json changed: signed again, so that nothing else is wrong with it. */
export async function withJson(change: (pass: Json) => void): Promise<Uint8Array> {
  const files = await goodFiles();
  const pass = JSON.parse(Buffer.from(files['pass.json'] ?? []).toString());
  change(pass);
  return signedAgain({ ...files, 'pass.json': Buffer.from(JSON.stringify(pass)) });
}

/** The pass with files changed (or taken away where `undefined`), signed again. */
export async function withFiles(change: Record<string, Uint8Array | undefined>): Promise<Uint8Array> {
  const files: Record<string, Uint8Array | undefined> = { ...(await goodFiles()), ...change };
  return signedAgain(Object.fromEntries(Object.entries(files).filter(([, content]) => content)) as PassFiles);
}

/** The pass as another authority (or a certificate of another shape) would have signed it. */
export async function signedBy(authority: TrialAuthority, signedAt = testNow): Promise<Uint8Array> {
  return signedAgain(await goodFiles(), authority, signedAt);
}

/** Manifest and signature made anew over these files. */
export async function signedAgain(
  files: PassFiles,
  authority?: TrialAuthority,
  signedAt = testNow,
): Promise<Uint8Array> {
  const { 'manifest.json': _manifest, signature: _signature, ...content } = files;
  const hashes = Object.entries(content).map(([name, file]) => [
    name,
    createHash('sha1').update(file).digest('hex'),
  ]);
  const manifest = Buffer.from(JSON.stringify(Object.fromEntries(hashes)));
  return zipSync({
    ...content,
    'manifest.json': manifest,
    signature: await signatureOf(manifest, authority, signedAt),
  });
}

export async function signatureOf(
  manifest: Uint8Array,
  authority?: TrialAuthority,
  signedAt = testNow,
): Promise<Uint8Array> {
  const by = authority ?? (await trialSigner()).authority;
  const certificate = readSignerCertificate(by.passCertificatePem, by.wwdrPem);
  if (!certificate.ok) throw new Error(certificate.refusal);
  const cms = compileCms(certificate.value);
  const prepared = prepareCms(cms, hash('sha256', manifest), instantOf(Date.parse(signedAt)));
  return completeCms(
    cms,
    prepared,
    sign('sha256', bytesToSign(cms, prepared), createPrivateKey(by.privateKeyPem)),
  );
}
