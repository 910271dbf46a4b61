import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { passContent } from '../../../domain/passes/pass-content.ts';
import type { PassFacts } from '../../../domain/passes/pass-facts.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import { type CompiledTemplate, compileTemplate } from '../../../issuing/apple/compile-template.ts';
import { type IssueOptions, issuePkpasses } from '../../../issuing/apple/issue-pkpass.ts';
import { wholePass } from '../../../issuing/apple/pass-file.ts';
import { standardAssets } from '../../../issuing/apple/pass-images.ts';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import type { PassSigner } from '../../../issuing/keys/signer.ts';
import type { TrialAuthority } from '../../../issuing/keys/trial-authority.ts';
import { issueOne } from '../../support/issue-one.ts';
import { aPass, testPassKey } from '../../support/pass-facts.ts';
import { testNow, trialSigner } from '../../support/trial-signer.ts';

const template = standardTemplate('Impfzentrum Musterstadt');
const options: IssueOptions = { now: testNow, passKeys: [testPassKey] };
let authority: TrialAuthority;
let signer: PassSigner;
let compiled: CompiledTemplate;
let folder: string;

beforeAll(async () => {
  ({ authority, signer } = await trialSigner());
  const result = compileTemplate(template, standardAssets());
  if (!result.ok) throw new Error(result.refusal.code);
  compiled = result.value;
  folder = mkdtempSync(join(tmpdir(), 'pkpass-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function issued(
  facts: PassFacts = aPass().facts(),
  more: Partial<IssueOptions> = {},
): Promise<Uint8Array> {
  const pass = await issueOne(compiled, passContent(facts, template), signer, { ...options, ...more });
  if (!pass.ok) throw new Error(JSON.stringify(pass.refusal));
  return pass.value;
}

function written(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const textOf = (file: Uint8Array | undefined) => Buffer.from(file ?? []).toString();
const verified = (bytes: Uint8Array) => verifyPkpass(bytes, { now: testNow, passKeys: [testPassKey] });

describe('an issued .pkpass', () => {
  it('has a signature that openssl accepts against the trial root', async () => {
    const files = unzipSync(await issued());
    const run = () =>
      execFileSync(
        'openssl',
        [
          ...['cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', '/dev/null'],
          ...['-in', written('signature', files.signature ?? '')],
          ...['-content', written('manifest.json', files['manifest.json'] ?? '')],
          ...['-CAfile', written('ca.pem', authority.caPem)],
          ...['-attime', String(Date.parse(testNow) / 1000)],
        ],
        { stdio: 'pipe' },
      );
    expect(run).not.toThrow();
  });

  it('lists every file in the manifest with its SHA-1', async () => {
    const { 'manifest.json': manifest, signature, ...files } = unzipSync(await issued());
    const hashes = Object.entries(files).map(([name, file]) => [
      name,
      createHash('sha1').update(file).digest('hex'),
    ]);
    expect(signature).toBeDefined();
    expect(JSON.parse(textOf(manifest))).toEqual(Object.fromEntries(hashes));
    expect(Object.keys(files).sort()).toEqual([
      'de.lproj/pass.strings',
      'en.lproj/pass.strings',
      'icon.png',
      'icon@2x.png',
      'icon@3x.png',
      'logo.png',
      'logo@2x.png',
      'logo@3x.png',
      'pass.json',
    ]);
  });

  it('is an archive in which unzip finds no fault', async () => {
    const path = written('pass.pkpass', await issued());
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
  });

  it('says in pass.json what the pass says', async () => {
    const pass = JSON.parse(textOf(unzipSync(await issued())['pass.json']));
    expect(pass).toMatchSnapshot();
  });

  it('translates every text that differs between the languages', async () => {
    const files = unzipSync(await issued());
    const [german, english] = ['de', 'en'].map((language) => textOf(files[`${language}.lproj/pass.strings`]));
    expect(german).toContain('"0 von 2" = "0 von 2";');
    expect(english).toContain('"0 von 2" = "0 of 2";');
    expect(english).toContain('\\nDose 2: Tue 15 Dec 2026, 10:30";');
    expect(german?.split('\n').length).toBe(english?.split('\n').length);
  });

  it('knows its web service only where there is one', async () => {
    const webService = { url: 'https://pass.example/wallet', authenticationToken: '0123456789abcdef' };
    const [without, withOne] = [
      await issued(),
      await issued(undefined, { webServiceOf: () => webService }),
    ].map((bytes) => JSON.parse(textOf(unzipSync(bytes)['pass.json'])));
    expect(without).not.toHaveProperty('webServiceURL');
    expect(withOne).toMatchObject({ webServiceURL: webService.url, authenticationToken: '0123456789abcdef' });
  });

  it('puts a changeMessage on the announced field alone', async () => {
    const facts = aPass().afterDose(1).announcing('dose-count').facts();
    const { generic } = JSON.parse(textOf(unzipSync(await issued(facts))['pass.json']));
    const fields: { key: string; changeMessage?: string }[] = Object.values(generic).flat() as never;
    expect(fields.filter((field) => field.changeMessage)).toEqual([
      { key: 'dose-count', label: 'Dosen', value: '1 von 2', changeMessage: 'Dosen: %@' },
    ]);
  });

  it('is verified, and says whose it is', async () => {
    expect(verified(await issued())).toMatchObject({
      ok: true,
      value: { serialNumber: '0123456789ABCDEF0123', signedAt: testNow, barcode: { doseCount: 0 } },
    });
  });

  it('is verified wherever it stands in a batch', async () => {
    const contents = Array.from({ length: 20 }, () => passContent(aPass().facts(), template));
    const passes = await issuePkpasses(compiled, contents, signer, options);
    for (const pass of passes) {
      if (!pass.ok) throw new Error(pass.refusal.code);
      expect(verified(wholePass(pass.value)).ok).toBe(true);
    }
  });

  it('is no longer verified when any one file was changed', async () => {
    const files = unzipSync(await issued());
    for (const name of Object.keys(files)) {
      const content = Uint8Array.from(files[name] ?? []);
      content[content.length - 1] = (content.at(-1) ?? 0) ^ 1;
      expect(verified(zipSync({ ...files, [name]: content })), name).toMatchObject({ ok: false });
      const { [name]: _dropped, ...others } = files;
      expect(verified(zipSync(others)), name).toMatchObject({ ok: false });
    }
    expect(verified(zipSync({ ...files, 'more.txt': new Uint8Array(3) }))).toEqual({
      ok: false,
      refusal: { code: 'file-not-in-manifest', name: 'more.txt' },
    });
  });
});

describe('a pass that is not right', () => {
  it('is not handed over when its barcode has another key', async () => {
    const passKeys = [{ ...testPassKey, secret: new Uint8Array(32) }];
    const content = passContent(aPass().facts(), template);
    expect(await issueOne(compiled, content, signer, { ...options, passKeys })).toEqual({
      ok: false,
      refusal: { code: 'barcode-wrong', fault: 'tag-wrong' },
    });
  });

  it('is not handed over when the signer signed something else', async () => {
    const wrong: PassSigner = { ...signer, sign: () => signer.sign(Buffer.from('something else')) };
    const content = passContent(aPass().facts(), template);
    expect(await issueOne(compiled, content, wrong, options)).toMatchObject({
      ok: false,
      refusal: { code: 'signature-wrong' },
    });
  });

  it('is not handed over when it is not the first of a batch either, and the others are', async () => {
    let signed = 0;
    const wrongAtThird: PassSigner = {
      certificate: signer.certificate,
      sign: (data) => {
        signed += 1;
        return signer.sign(signed === 3 ? Buffer.from('something else') : data);
      },
    };
    const contents = Array.from({ length: 5 }, () => passContent(aPass().facts(), template));
    const passes = await issuePkpasses(compiled, contents, wrongAtThird, options);
    expect(passes.map((pass) => (pass.ok ? 'ok' : pass.refusal.code))).toEqual([
      'ok',
      'ok',
      'signature-wrong',
      'ok',
      'ok',
    ]);
  });

  it.each([
    ['2026-11-18T08:00:00.000Z', 'certificate-not-yet-valid'],
    ['2027-12-25T08:00:00.000Z', 'certificate-expired'],
  ])('is not signed on %s: %s', async (now, code) => {
    const content = passContent(aPass().facts(), template);
    expect(await issueOne(compiled, content, signer, { ...options, now: now as Instant })).toEqual({
      ok: false,
      refusal: { code },
    });
  });
});
