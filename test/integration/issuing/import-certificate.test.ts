import { execFileSync } from 'node:child_process';
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { compileCms } from '../../../issuing/apple/cms-template.ts';
import { appleIntermediates } from '../../../issuing/keys/apple-names.ts';
import { appleWwdrG4Pem } from '../../../issuing/keys/apple-wwdr-g4.ts';
import { createCertificateRequest, readRequestKey } from '../../../issuing/keys/certificate-request.ts';
import {
  certificateFitsCentre,
  type ImportExpectations,
  importPassCertificate,
} from '../../../issuing/keys/import-certificate.ts';
import { importSentence } from '../../../issuing/keys/import-texts.ts';
import { fingerprintOf } from '../../../issuing/keys/pass-certificate.ts';
import { createFileSigner } from '../../../issuing/keys/signer.ts';
import { createTrialAuthority, type TrialAuthority } from '../../../issuing/keys/trial-authority.ts';
import { testNow, trialSigner } from '../../support/trial-signer.ts';

let folder: string;
let trial: TrialAuthority;
let other: TrialAuthority;
const passphrase = 'korrekt pferd batterie';
const expected: ImportExpectations = { now: testNow, centre: 'trial' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  trial = (await trialSigner()).authority;
  other = await createTrialAuthority({ now: testNow, randomBytes });
  for (const [name, text] of [
    ['own.pem', trial.passCertificatePem],
    ['own.key', trial.privateKeyPem],
    ['wwdr.pem', trial.wwdrPem],
  ] as const)
    writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true }));

const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
const file = (name: string, content: string | Uint8Array) => ({
  name,
  content: new Uint8Array(Buffer.from(content)),
});
const fromDisk = (name: string) => file(name, readFileSync(join(folder, name)));
const imported = (files: ReturnType<typeof file>[], more: Partial<ImportExpectations> = {}) =>
  importPassCertificate(files, { ...expected, ...more });
const pemFiles = () => [
  file('a.pem', trial.passCertificatePem),
  file('b.pem', trial.wwdrPem),
  file('c.pem', trial.privateKeyPem),
];

function pkcs12(name: string, ...args: string[]): ReturnType<typeof file> {
  openssl(
    'pkcs12',
    '-export',
    '-in',
    'own.pem',
    '-inkey',
    'own.key',
    '-certfile',
    'wwdr.pem',
    '-out',
    name,
    ...args,
  );
  return fromDisk(name);
}

describe('a certificate that is right', () => {
  it('is taken as PEM files in any order and in one file', () => {
    const [certificate, wwdr, key] = pemFiles();
    expect(imported([key, wwdr, certificate] as never)).toMatchObject({
      ok: true,
      value: { certificate: { passTypeId: trial.passTypeId, teamId: trial.teamId, isTrial: true } },
    });
    const all = file('all.pem', trial.privateKeyPem + trial.wwdrPem + trial.passCertificatePem);
    expect(imported([all])).toMatchObject({ ok: true });
  });

  it('is taken as DER, as Apple hands it out', () => {
    const der = new X509Certificate(trial.passCertificatePem).raw;
    const [, wwdr, key] = pemFiles();
    expect(imported([file('pass.cer', der), wwdr, key] as never)).toMatchObject({ ok: true });
  });

  it('is taken from PKCS#12 of today and of an old keychain, with its passphrase', () => {
    const modern = pkcs12('modern.p12', '-passout', `pass:${passphrase}`);
    const keychain = pkcs12('old.p12', '-passout', `pass:${passphrase}`, '-legacy');
    for (const bundle of [modern, keychain]) {
      const result = imported([bundle], { passphrase });
      expect(result).toMatchObject({ ok: true });
      if (result.ok)
        expect(
          createFileSigner({
            certificate: result.value.certificatePem,
            wwdr: result.value.wwdrPem,
            privateKeyPem: result.value.privateKeyPem,
          }),
        ).toMatchObject({ ok: true });
    }
  });

  it('is taken with an encrypted key and its passphrase', () => {
    openssl('pkcs8', '-topk8', '-in', 'own.key', '-out', 'encrypted.key', '-passout', `pass:${passphrase}`);
    const files = [...pemFiles().slice(0, 2), fromDisk('encrypted.key')];
    expect(imported(files, { passphrase })).toMatchObject({ ok: true });
    expect(imported(files)).toMatchObject({
      ok: false,
      refusal: { code: 'passphrase-missing', name: 'encrypted.key' },
    });
    expect(imported(files, { passphrase: 'falsch' })).toMatchObject({
      ok: false,
      refusal: { code: 'passphrase-wrong' },
    });
  });
});

describe('a certificate that is not right', () => {
  const refusals: [string, () => ReturnType<typeof file>[], Partial<ImportExpectations>, string][] = [
    ['nothing readable', () => [file('x.txt', 'hello')], {}, 'file-unreadable'],
    ['an empty PEM', () => [file('x.pem', '-----BEGIN NOTHING-----')], {}, 'file-unreadable'],
    [
      'a damaged PEM',
      () => [file('x.pem', trial.passCertificatePem.replace('MII', 'AAA'))],
      {},
      'file-unreadable',
    ],
    ['no certificate', () => [file('c.pem', trial.privateKeyPem)], {}, 'certificate-missing'],
    ['only the authority', () => [file('b.pem', trial.wwdrPem)], {}, 'certificate-missing'],
    ['no key', () => pemFiles().slice(0, 2), {}, 'key-missing'],
    [
      'the key of another certificate',
      () => [...pemFiles().slice(0, 2), file('k.pem', other.privateKeyPem)],
      {},
      'key-does-not-match',
    ],
    [
      'no intermediate certificate',
      () => [file('a.pem', trial.passCertificatePem), file('c.pem', trial.privateKeyPem)],
      {},
      'wwdr-missing',
    ],
    [
      'the intermediate of another authority',
      () => [...pemFiles().filter(({ name }) => name !== 'b.pem'), file('b.pem', other.wwdrPem)],
      {},
      'certificate-unfit',
    ],
    ['another pass type', pemFiles, { passTypeId: 'pass.org.other' }, 'pass-type-id-other'],
    ['another team', pemFiles, { teamId: 'OTHERTEAM0' }, 'team-id-other'],
    ['a certificate of tomorrow', pemFiles, { now: '2026-01-01T00:00:00.000Z' as Instant }, 'not-yet-valid'],
    ['an expired certificate', pemFiles, { now: '2028-01-01T00:00:00.000Z' as Instant }, 'expired'],
    ['a trial certificate for a live centre', pemFiles, { centre: 'live' }, 'trial-authority'],
  ];

  it.each(refusals)('is refused in words for %s', (_case, files, more, code) => {
    const result = imported(files(), more);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    if (result.ok) throw new Error('it was taken');
    const sentence = importSentence(result.refusal);
    expect(sentence.de).toMatch(/[.?]$/);
    expect(sentence.en).toMatch(/[.?]$/);
    expect(`${sentence.de}${sentence.en}`).not.toMatch(/undefined|\[object/);
  });

  it('is refused where openssl made it without what Apple writes into it', () => {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '30',
      '-subj',
      '/CN=me',
      '-keyout',
      'me.key',
      '-out',
      'me.pem',
      '-addext',
      'basicConstraints=CA:FALSE',
    );
    expect(imported([fromDisk('me.pem'), fromDisk('me.key')])).toMatchObject({
      refusal: { code: 'certificate-unfit', fault: 'not-a-pass-certificate' },
    });
  });

  it('asks for the passphrase of a PKCS#12 file, and says when it is wrong', () => {
    const bundle = pkcs12('guarded.p12', '-passout', `pass:${passphrase}`);
    expect(imported([bundle])).toMatchObject({ refusal: { code: 'passphrase-missing' } });
    expect(imported([bundle], { passphrase: 'falsch' })).toMatchObject({
      refusal: { code: 'passphrase-wrong' },
    });
  });

  it('never throws on any file', () => {
    const bundle = pkcs12('fuzzed.p12', '-passout', 'pass:x').content;
    const damaged = fc.tuple(fc.nat(bundle.length - 1), fc.nat(255)).map(([at, value]) => {
      const bytes = Uint8Array.from(bundle);
      bytes[at] = value;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged), (content) => {
        imported([file('any', content)], { passphrase: 'x' });
      }),
      { numRuns: 60 },
    );
  });

  it('is never taken for a live centre from whoever is not Apple', async () => {
    const { signer } = await trialSigner();
    expect(certificateFitsCentre(signer.certificate, 'trial')).toEqual({ ok: true, value: true });
    expect(certificateFitsCentre(signer.certificate, 'live')).toEqual({
      ok: false,
      refusal: { code: 'trial-authority' },
    });
    const pretender = { wwdrDer: new X509Certificate(appleWwdrG4Pem).raw };
    expect(certificateFitsCentre(pretender as never, 'live')).toEqual({ ok: true, value: true });
  });
});

describe("Apple's intermediate certificate", () => {
  it('is the one that Apple publishes', () => {
    expect(appleIntermediates[fingerprintOf(new X509Certificate(appleWwdrG4Pem))]).toBe('G4');
  });

  it('goes into signatures byte by byte as it is', async () => {
    const { signer } = await trialSigner();
    const wwdrDer = new Uint8Array(new X509Certificate(appleWwdrG4Pem).raw);
    expect(() => compileCms({ ...signer.certificate, wwdrDer })).not.toThrow();
  });
});

describe('a request for a certificate', () => {
  const asked = { organisation: 'Impfzentrum Musterstadt', email: 'it@impfzentrum.example', country: 'DE' };

  it('is one that openssl accepts, with a key that fits it', async () => {
    const made = await createCertificateRequest({ ...asked, passphrase });
    if (!made.ok) throw new Error(made.refusal);
    writeFileSync(join(folder, 'request.csr'), made.value.requestPem);
    expect(openssl('req', '-in', 'request.csr', '-noout', '-subject', '-verify').toString()).toContain(
      'Impfzentrum Musterstadt',
    );
    expect(made.value.privateKeyPem).toContain('ENCRYPTED');
    expect(readRequestKey(made.value.privateKeyPem, passphrase)).toBeDefined();
    expect(readRequestKey(made.value.privateKeyPem, 'falsch')).toBeUndefined();
  });

  it('gives the key that Apple’s answer is imported with', () => {
    const requestKey = createPrivateKey(trial.privateKeyPem);
    expect(imported(pemFiles().slice(0, 2), { requestKeys: [requestKey] })).toMatchObject({ ok: true });
  });

  it.each([
    [{ organisation: ' ' }, 'organisation-missing'],
    [{ email: 'nobody' }, 'email-invalid'],
    [{ country: 'Deutschland' }, 'country-invalid'],
    [{ passphrase: 'short' }, 'passphrase-too-short'],
  ])('is not made for %j', async (change, reason) => {
    expect(await createCertificateRequest({ ...asked, ...change })).toEqual({ ok: false, refusal: reason });
  });
});
