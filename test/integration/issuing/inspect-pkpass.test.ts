import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { inspectPkpass } from '../../../issuing/apple/inspect-pkpass.ts';
import { createTrialAuthority } from '../../../issuing/keys/trial-authority.ts';
import {
  goodFiles,
  type PassFiles,
  signatureOf,
  signedAgain,
  signedBy,
  withFiles,
  withJson,
} from '../../builders/broken-pass.ts';
import { testPassKey } from '../../builders/pass-facts.ts';
import { testNow } from '../../builders/trial-signer.ts';

const options = { now: testNow, passKeys: [testPassKey] };
const textFile = (text: string) => new Uint8Array(Buffer.from(text));
let good: PassFiles;

beforeAll(async () => {
  good = await goodFiles();
});

function codesOf(bytes: Uint8Array, more: object = {}): string[] {
  return inspectPkpass(bytes, { ...options, ...more })
    .findings.filter(({ severity }) => severity !== 'note')
    .map(({ code }) => code);
}

describe('an inspection of a good pass', () => {
  it('finds nothing but that it is a trial', async () => {
    expect(inspectPkpass(zipSync(good), options)).toMatchObject({
      verdict: 'good',
      findings: [{ severity: 'note', code: 'authority-trial' }],
      summary: {
        serialNumber: '0123456789ABCDEF0123',
        teamId: 'TRIAL00000',
        signature: { authority: 'trial' },
      },
    });
  });

  it('looks into every pass of a bundle', async () => {
    const bundle = zipSync({ 'one.pkpass': zipSync(good), 'two.pkpass': textFile('nothing') });
    expect(inspectPkpass(bundle, options)).toMatchObject({
      verdict: 'broken',
      findings: [
        { code: 'authority-trial', within: 'one.pkpass' },
        { code: 'not-a-zip', within: 'two.pkpass' },
      ],
    });
    const eleven = Array.from({ length: 11 }, (_, index) => [`${index}.pkpass`, zipSync(good)]);
    expect(codesOf(zipSync(Object.fromEntries(eleven)))).toEqual(['bundle-too-large']);
  });
});

describe('an inspection of an archive that is not one', () => {
  it('says so of any other file', () => {
    expect(codesOf(textFile('<html>'))).toEqual(['not-a-zip']);
    expect(codesOf(new Uint8Array())).toEqual(['not-a-zip']);
  });

  it('says so of a file that was cut off', () => {
    expect(codesOf(zipSync(good).slice(0, -40))).toEqual(['not-a-zip']);
  });

  it('does not unpack a zip bomb', () => {
    const bomb = zipSync({ ...good, 'pass.json': new Uint8Array(40 * 1024 * 1024) });
    expect(codesOf(bomb)).toEqual(['zip-too-large']);
  });

  it('does not believe a bomb that lies about its size', () => {
    const bomb = Buffer.from(zipSync({ 'pass.json': new Uint8Array(40 * 1024 * 1024) }));
    const central = bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bomb.writeUInt32LE(1000, central + 24);
    expect(codesOf(bomb)).toEqual(['zip-damaged']);
  });

  it.each(['../evil.json', '/etc/passwd', 'a/../../b', 'C:\\x', 'a\\b', './pass.json', 'a//b'])(
    'refuses the path %s',
    (name) => {
      expect(codesOf(zipSync({ ...good, [name]: textFile('x') }))).toEqual(['zip-name-unsafe']);
    },
  );

  it('refuses two files of one name, and of one name but for its case', () => {
    expect(codesOf(zipSync({ ...good, 'PASS.json': textFile('x') }))).toEqual(['zip-name-twice']);
    const renamed = Buffer.from(zipSync({ ...good, 'pass.jso0': textFile('x') }));
    const replaced = renamed.toString('latin1').replaceAll('pass.jso0', 'pass.json');
    expect(codesOf(Buffer.from(replaced, 'latin1'))).toEqual(['zip-name-twice']);
  });

  it('refuses an encrypted file and an unknown packing', () => {
    const encrypted = Buffer.from(zipSync({ 'pass.json': textFile('{}') }, { level: 0 }));
    const central = encrypted.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    encrypted.writeUInt16LE(1, central + 8);
    expect(codesOf(encrypted)).toEqual(['zip-encrypted']);
    encrypted.writeUInt16LE(0, central + 8);
    encrypted.writeUInt16LE(12, central + 10);
    expect(codesOf(encrypted)).toEqual(['zip-method-unknown']);
  });

  it('finds bytes that changed under way', () => {
    const damaged = Buffer.from(zipSync(good, { level: 0 }));
    const at = damaged.indexOf('formatVersion');
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(codesOf(damaged)).toEqual(['zip-damaged']);
  });
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
    const early = inspectPkpass(await inspectAt(testNow), { ...options, ...later }).findings;
    expect(early).toMatchObject([{ severity: 'note' }, { severity: 'warning', code: 'certificate-expired' }]);
    const late = inspectPkpass(await inspectAt('2027-02-28T08:00:00.000Z'), {
      ...options,
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
    const sentences = inspectPkpass(pass, { ...options, ...(now as { now: Instant }) }).findings.map(
      ({ sentence }) => sentence.en,
    );
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
    const old = inspectPkpass(signed(...base, '-md', 'sha1'), { ...options, ...(now as { now: Instant }) });
    expect(old.findings).toContainEqual(expect.objectContaining({ severity: 'note', code: 'digest-weak' }));
  });
});

describe('an inspection of pass.json', () => {
  type Pass = Record<string, unknown> & {
    generic: { backFields: object[]; headerFields: Record<string, unknown>[] };
  };
  const cases: [string, string, (pass: Pass) => void][] = [
    ['description missing', 'field-missing', (pass) => delete pass.description],
    ['serial number missing', 'field-missing', (pass) => delete pass.serialNumber],
    ['organisation missing', 'field-missing', (pass) => delete pass.organizationName],
    ['a number as serial number', 'type-wrong', (pass) => Object.assign(pass, { serialNumber: 12 })],
    ['formatVersion as text', 'format-version-wrong', (pass) => Object.assign(pass, { formatVersion: '1' })],
    ['an empty description', 'too-short', (pass) => Object.assign(pass, { description: '' })],
    [
      'a date without a zone',
      'date-invalid',
      (pass) => Object.assign(pass, { expirationDate: '2026-11-23T09:00' }),
    ],
    [
      'a day that does not exist',
      'date-invalid',
      (pass) => Object.assign(pass, { relevantDate: '2026-02-30T09:00Z' }),
    ],
    ['a colour in hex', 'colour-invalid', (pass) => Object.assign(pass, { labelColor: '#FFFFFF' })],
    [
      'a colour beyond 255',
      'colour-invalid',
      (pass) => Object.assign(pass, { labelColor: 'rgb(0, 0, 256)' }),
    ],
    [
      'a barcode format Wallet lacks',
      'barcode-format-unknown',
      (pass) => Object.assign((pass.barcodes as object[])[0] ?? {}, { format: 'PKBarcodeFormatDataMatrix' }),
    ],
    ['no barcode at all', 'barcode-missing', (pass) => delete pass.barcodes],
    [
      'only the old barcode',
      'barcode-old-form',
      (pass) => {
        pass.barcode = (pass.barcodes as object[])[0];
        delete pass.barcodes;
      },
    ],
    [
      'a forged barcode',
      'barcode-wrong',
      (pass) => Object.assign((pass.barcodes as object[])[0] ?? {}, { message: `2${'1'.repeat(40)}0` }),
    ],
    [
      'a changeMessage without %@',
      'change-message-without-value',
      (pass) => Object.assign(pass.generic.headerFields[0] ?? {}, { changeMessage: 'Neu' }),
    ],
    ['a field without value', 'field-missing', (pass) => delete pass.generic.headerFields[0]?.value],
    [
      'two fields of one key',
      'field-key-twice',
      (pass) => pass.generic.backFields.push({ key: 'name', value: '' }),
    ],
    [
      'too many header fields',
      'too-many-fields',
      (pass) => pass.generic.headerFields.push(...['a', 'b', 'c'].map((key) => ({ key, value: '' }))),
    ],
    ['no style', 'style-missing', (pass) => Object.assign(pass, { generic: undefined })],
    ['two styles', 'style-several', (pass) => Object.assign(pass, { coupon: {} })],
    [
      'eleven locations',
      'too-many',
      (pass) => Object.assign(pass, { locations: Array(11).fill({ latitude: 1, longitude: 1 }) }),
    ],
    [
      'a place off the earth',
      'out-of-range',
      (pass) => Object.assign(pass, { locations: [{ latitude: 91, longitude: 1 }] }),
    ],
    [
      'a web service without token',
      'field-missing',
      (pass) => Object.assign(pass, { webServiceURL: 'https://a.example/p' }),
    ],
    [
      'a short token',
      'too-short',
      (pass) => Object.assign(pass, { webServiceURL: 'https://a.example/p', authenticationToken: 'short' }),
    ],
    [
      'a web service path with /v1',
      'web-service-path-wrong',
      (pass) =>
        Object.assign(pass, {
          webServiceURL: 'https://a.example/v1',
          authenticationToken: '0123456789abcdef',
        }),
    ],
    [
      'a web service in clear',
      'web-service-not-https',
      (pass) =>
        Object.assign(pass, { webServiceURL: 'http://a.example', authenticationToken: '0123456789abcdef' }),
    ],
    [
      'a web service that is no address',
      'url-invalid',
      (pass) => Object.assign(pass, { webServiceURL: 'https://', authenticationToken: '0123456789abcdef' }),
    ],
    [
      'a wrong date style',
      'value-unknown',
      (pass) => Object.assign(pass.generic.headerFields[0] ?? {}, { dateStyle: 'short' }),
    ],
  ];

  it.each(cases)('finds %s: %s', async (_case, code, change) => {
    expect(codesOf(await withJson(change as never))).toContain(code);
  });

  it('finds pass.json that is not JSON, or not in UTF-8', async () => {
    for (const file of [textFile('{'), textFile('[]'), Uint8Array.of(0x7b, 0xff, 0x7d)])
      expect(codesOf(await withFiles({ 'pass.json': file }))).toEqual(['json-invalid']);
  });

  it('says in a note what is void, expired, or in an old form', async () => {
    const bytes = await withJson((pass) => {
      Object.assign(pass, { voided: true, expirationDate: '2020-01-01T00:00Z', relevantDates: undefined });
    });
    const codes = inspectPkpass(bytes, options).findings.map(({ code }) => code);
    expect(codes).toEqual(['authority-trial', 'pass-voided', 'pass-expired', 'relevant-date-old-form']);
  });
});

describe('an inspection of images and translations', () => {
  it('finds a missing icon, a missing scale and a missing logo', async () => {
    const none = { 'icon.png': undefined, 'icon@2x.png': undefined, 'icon@3x.png': undefined };
    expect(codesOf(await withFiles(none))).toEqual(['image-missing']);
    expect(codesOf(await withFiles({ 'icon@2x.png': undefined }))).toEqual(['image-scale-missing']);
    const logos = { 'logo.png': undefined, 'logo@2x.png': undefined, 'logo@3x.png': undefined };
    expect(codesOf(await withFiles(logos))).toEqual(['image-scale-missing']);
  });

  it('finds an image that is no PNG, too large, or too heavy', async () => {
    expect(codesOf(await withFiles({ 'icon.png': textFile('GIF89a') }))).toEqual(['image-not-png']);
    const canvas = { width: 400, height: 60, channels: 3 as const, background: '#fff' };
    const large = await sharp({ create: canvas }).png().toBuffer();
    expect(codesOf(await withFiles({ 'logo.png': large }))).toEqual(['image-too-large']);
    const heavy = Buffer.concat([large, Buffer.alloc(2 * 1024 * 1024)]);
    expect(codesOf(await withFiles({ 'logo.png': heavy }))).toEqual(['image-too-heavy']);
  });

  it('finds a translation that is missing or cannot be read', async () => {
    expect(codesOf(await withFiles({ 'en.lproj/pass.strings': textFile('"Dosen" = "Doses";') }))).toEqual([
      'translation-missing',
    ]);
    expect(codesOf(await withFiles({ 'en.lproj/pass.strings': textFile('"Dosen" = Doses') }))).toEqual([
      'strings-unreadable',
    ]);
  });

  it('reads translations in UTF-16 with comments, as other issuers write them', async () => {
    const text = `\ufeff/* labels */\n${Buffer.from(good['en.lproj/pass.strings'] ?? []).toString()}// end\n`;
    expect(codesOf(await withFiles({ 'en.lproj/pass.strings': Buffer.from(text, 'utf16le') }))).toEqual([]);
  });
});

describe('an inspection of hostile bytes', () => {
  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void inspectPkpass(bytes, options)),
      { numRuns: 150 },
    );
  });

  it('never throws on a pass with bytes changed anywhere', () => {
    const archive = zipSync(good, { level: 0 });
    const change = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(change, (changes) => {
        const bytes = Uint8Array.from(archive);
        for (const [at, value] of changes) bytes[at] = value;
        expect(['good', 'doubtful', 'broken']).toContain(inspectPkpass(bytes, options).verdict);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on files of any content in a sound archive', () => {
    const names = ['pass.json', 'manifest.json', 'signature', 'icon.png', 'en.lproj/pass.strings'];
    const contents = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map(textFile),
      fc.string().map(textFile),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), contents, (name, content) => {
        expect(
          inspectPkpass(zipSync({ ...good, [name]: content }, { level: 0 }), options).findings,
        ).not.toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on a signature with bytes changed anywhere', () => {
    const signature = good.signature ?? new Uint8Array();
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.nat(255), (at, value) => {
        const changed = Uint8Array.from(signature);
        changed[at] = value;
        inspectPkpass(zipSync({ ...good, signature: changed }, { level: 0 }), options);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on any JSON as pass.json, signed by whoever', async () => {
    const some = fc.sample(
      fc.dictionary(
        fc.constantFrom('generic', 'barcodes', 'locations', 'relevantDates', 'description', 'webServiceURL'),
        fc.jsonValue(),
      ),
      40,
    );
    for (const pass of some)
      await signedAgain({ ...good, 'pass.json': textFile(JSON.stringify(pass)) }).then((bytes) =>
        inspectPkpass(bytes, options),
      );
    expect(unzipSync(zipSync(good))).toHaveProperty('signature');
  });
});
