import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { inspectPkpass } from '../../../issuing/apple/inspect-pkpass.ts';
import { reportGeneration } from '../../../issuing/apple/inspect-signature.ts';
import { createTrialAuthority } from '../../../issuing/keys/trial-authority.ts';
import { goodFiles, type PassFiles, signatureOf, signedBy, withJson } from '../../support/broken-pass.ts';
import { codesOf, inspectionOptions, textFile } from '../../support/inspection-codes.ts';
import { testNow } from '../../support/trial-signer.ts';

let good: PassFiles;

beforeAll(async () => {
  good = await goodFiles();
});

describe('an inspection of manifest and signature', () => {
  const without = (name: string) => {
    const { [name]: _dropped, ...others } = good;
    return zipSync(others);
  };

  it('finds each missing part', () => {
    expect(codesOf(without('pass.json'))).toEqual(['file-missing', 'file-missing']);
    expect(codesOf(without('manifest.json'))).toEqual(['file-missing']);
    expect(codesOf(without('signature'))).toEqual(['file-missing']);
  });

  it('finds a file that was changed, added or taken away after signing', () => {
    expect(
      codesOf(zipSync({ ...good, 'en.lproj/pass.strings': good['de.lproj/pass.strings'] ?? textFile('') })),
    ).toEqual(['manifest-hash-wrong']);
    expect(codesOf(zipSync({ ...good, 'extra.png': good['icon.png'] ?? textFile('') }))).toEqual([
      'file-not-in-manifest',
      'image-name-unknown',
    ]);
    expect(codesOf(without('logo@2x.png'))).toEqual(['file-missing']);
  });

  it('finds a manifest that is not JSON or lists itself', async () => {
    const broken = textFile('[');
    expect(
      codesOf(zipSync({ ...good, 'manifest.json': broken, signature: await signatureOf(broken) })),
    ).toEqual(['json-invalid']);
    const listed = JSON.parse(Buffer.from(good['manifest.json'] ?? []).toString());
    const manifest = textFile(JSON.stringify({ ...listed, signature: 'x' }));
    expect(
      codesOf(zipSync({ ...good, 'manifest.json': manifest, signature: await signatureOf(manifest) })),
    ).toEqual(['manifest-lists-itself']);
  });

  it('finds a signature that is none, or over another manifest, or of another key', async () => {
    expect(codesOf(zipSync({ ...good, signature: textFile('signed') }))).toEqual(['signature-unreadable']);
    const other = await signatureOf(textFile('{}'));
    expect(codesOf(zipSync({ ...good, signature: other }))).toEqual(['signature-of-other-manifest']);
    const wrong = Uint8Array.from(good.signature ?? []);
    wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
    expect(codesOf(zipSync({ ...good, signature: wrong }))).toEqual(['signature-wrong']);
  });

  it('finds a certificate that has expired, and forgives it what was signed before', async () => {
    const authority = await createTrialAuthority({ now: testNow, randomBytes, validDays: 30 });
    const inspectAt = (signedAt: string) => signedBy(authority, signedAt as Instant);
    const later = { now: '2027-03-01T08:00:00.000Z' as Instant };
    const early = inspectPkpass(await inspectAt(testNow), { ...inspectionOptions, ...later }).findings;
    expect(early).toMatchObject([{ severity: 'note' }, { severity: 'warning', code: 'certificate-expired' }]);
    const late = inspectPkpass(await inspectAt('2027-02-28T08:00:00.000Z'), {
      ...inspectionOptions,
      ...later,
    }).findings;
    expect(late).toMatchObject([{ severity: 'note' }, { severity: 'error', code: 'certificate-expired' }]);
    expect(codesOf(zipSync(good), { now: '2020-01-01T00:00:00.000Z' })).toEqual([
      'certificate-not-yet-valid',
    ]);
  });

  it('finds a pass of another type or team than its certificate, or than is expected', async () => {
    expect(
      codesOf(await withJson((pass) => Object.assign(pass, { passTypeIdentifier: 'pass.other' }))),
    ).toEqual(['pass-type-id-differs']);
    expect(codesOf(await withJson((pass) => Object.assign(pass, { teamIdentifier: 'OTHER' })))).toEqual([
      'team-id-differs',
    ]);
    expect(codesOf(zipSync(good), { passTypeId: 'pass.ours', teamId: 'OURS' })).toEqual([
      'pass-type-id-differs',
      'team-id-differs',
    ]);
  });
});

describe('an inspection of foreign signatures made by openssl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const request = (name: string, subject: string, ...more: string[]) =>
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '30',
      '-subj',
      subject,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      ...more,
    );
  const signed = (...args: string[]) => {
    writeFileSync(join(folder, 'manifest.json'), good['manifest.json'] ?? '');
    openssl(
      'cms',
      '-sign',
      '-binary',
      '-in',
      'manifest.json',
      '-outform',
      'DER',
      '-out',
      'signature',
      ...args,
    );
    return zipSync({ ...good, signature: readFileSync(join(folder, 'signature')) });
  };
  const now = { now: new Date().toISOString() };

  beforeAll(() => {
    request('ca', '/CN=Some Authority/OU=G3/O=Somebody');
    request('own', '/UID=pass.own/CN=Pass Type ID: pass.own/OU=TEAM', '-CA', 'ca.pem', '-CAkey', 'ca.key');
    request('plain', '/CN=somebody', '-CA', 'ca.pem', '-CAkey', 'ca.key');
    return () => rmSync(folder, { recursive: true });
  });

  it('finds that the intermediate certificate is missing', () => {
    expect(codesOf(signed('-signer', 'own.pem', '-inkey', 'own.key'), now)).toContain('wwdr-missing');
  });

  it('finds an intermediate certificate of a wrong generation and of nobody known', () => {
    const codes = codesOf(signed('-signer', 'own.pem', '-inkey', 'own.key', '-certfile', 'ca.pem'), now);
    expect(codes).toEqual(
      expect.arrayContaining(['wwdr-generation-wrong', 'authority-unknown', 'certificate-unfit']),
    );
  });

  it('finds a certificate that is not one for passes', () => {
    const pass = signed('-signer', 'plain.pem', '-inkey', 'plain.key', '-certfile', 'ca.pem');
    const sentences = inspectPkpass(pass, {
      ...inspectionOptions,
      ...(now as { now: Instant }),
    }).findings.map(({ sentence }) => sentence.en);
    expect(sentences).toContain(
      'The certificate is not a pass certificate of Apple: the extension for it is missing.',
    );
    expect(sentences).toContain('The certificate names no pass type id.');
    expect(sentences).toContain('The certificate names no team id.');
  });

  it('finds a signature without its certificate, without signing time, or with an old digest', () => {
    const base = ['-signer', 'own.pem', '-inkey', 'own.key', '-certfile', 'ca.pem'];
    expect(codesOf(signed(...base, '-nocerts'), now)).toContain('signature-without-signer');
    expect(codesOf(signed(...base, '-noattr'), now)).toContain('signing-time-missing');
    const old = inspectPkpass(signed(...base, '-md', 'sha1'), {
      ...inspectionOptions,
      ...(now as { now: Instant }),
    });
    expect(old.findings).toContainEqual(expect.objectContaining({ severity: 'note', code: 'digest-weak' }));
  });

  it('knows a signer that is named by the identifier of its key', () => {
    const base = ['-signer', 'own.pem', '-inkey', 'own.key', '-certfile', 'ca.pem'];
    const codes = codesOf(signed(...base, '-keyid'), now);
    expect(codes).toEqual(codesOf(signed(...base), now));
    expect(codes).not.toContain('signature-without-signer');
  });
});

it('says of the former intermediate of Apple that it is old, and of others that they are wrong', () => {
  const told: string[] = [];
  for (const generation of ['G1', 'G3', 'G4'])
    reportGeneration(generation, (severity, { code }) => told.push(`${generation} ${severity} ${code}`));
  expect(told).toEqual(['G1 warning wwdr-former', 'G3 error wwdr-generation-wrong']);
});
