import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectPkpass } from '../../../issuing/apple/inspect-pkpass.ts';
import { goodFiles, withFiles, withJson } from '../../support/broken-pass.ts';
import { codesOf, inspectionOptions, textFile } from '../../support/inspection-codes.ts';
import { hasSharedData, sharedData } from '../../support/shared-data.ts';

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
    ['a colour by its name', 'colour-invalid', (pass) => Object.assign(pass, { labelColor: 'white' })],
    ['a colour half written', 'colour-invalid', (pass) => Object.assign(pass, { labelColor: '#FFFF' })],
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

  it.each([
    ['a colour in hex', (pass: Pass) => Object.assign(pass, { labelColor: '#0B4F5C' })],
    [
      'a colour with opacity',
      (pass: Pass) => Object.assign(pass, { labelColor: 'rgba(255, 255, 255, 0.75)' }),
    ],
    [
      'an empty changeMessage',
      (pass: Pass) => Object.assign(pass.generic.headerFields[0] ?? {}, { changeMessage: '' }),
    ],
    [
      'a web service with a slash at its end',
      (pass: Pass) =>
        Object.assign(pass, {
          webServiceURL: 'https://a.example/p/',
          authenticationToken: '0123456789abcdef',
        }),
    ],
  ])('takes a sound pass with %s', async (_case, change) => {
    expect(codesOf(await withJson(change as never))).toEqual([]);
  });

  it('takes a changeMessage that is a key of translations with a place for the value, and no other', async () => {
    const good = await goodFiles();
    const pass = JSON.parse(Buffer.from(good['pass.json'] ?? []).toString()) as Pass;
    Object.assign(pass.generic.headerFields[0] ?? {}, { changeMessage: 'gate.changed' });
    const filesWith = (translation: string) => {
      const strings = (name: string) =>
        textFile(`${Buffer.from(good[name] ?? []).toString()}\n"gate.changed" = "${translation}";`);
      return withFiles({
        'pass.json': textFile(JSON.stringify(pass)),
        'de.lproj/pass.strings': strings('de.lproj/pass.strings'),
        'en.lproj/pass.strings': strings('en.lproj/pass.strings'),
      });
    };
    expect(codesOf(await filesWith('Neu: %@'))).toEqual([]);
    expect(codesOf(await filesWith('Neu'))).toEqual(['change-message-without-value']);
  });

  it('warns of a text in a barcode that its encoding cannot hold', async () => {
    const withText = (message: string) =>
      withJson(((pass: Pass) =>
        Object.assign(pass, {
          barcodes: [
            (pass.barcodes as object[])[0],
            { format: 'PKBarcodeFormatQR', message, messageEncoding: 'iso-8859-1' },
          ],
        })) as never);
    expect(codesOf(await withText('Müller–€'))).toEqual(['barcode-text-not-encodable']);
    expect(codesOf(await withText('Müller'))).toEqual([]);
  });

  it.runIf(hasSharedData)('finds what is right right in passes of other makers', () => {
    const found = (name: string) => codesOf(readFileSync(sharedData('field', 'passes', name)));
    for (const name of ['02-hex', '02b-rgba', '03-change-empty', '05-ws-slash']) {
      const codes = found(`${name}.pkpass`);
      expect(codes).not.toContain('colour-invalid');
      expect(codes).not.toContain('change-message-without-value');
      expect(codes).not.toContain('web-service-path-wrong');
    }
    expect(found('09c-umlaut.pkpass')).toContain('barcode-text-not-encodable');
  });

  it('finds pass.json that is not JSON, or not in UTF-8', async () => {
    for (const file of [textFile('{'), textFile('[]'), Uint8Array.of(0x7b, 0xff, 0x7d)])
      expect(codesOf(await withFiles({ 'pass.json': file }))).toEqual(['json-invalid']);
  });

  it('says in a note what is void, expired, or in an old form', async () => {
    const bytes = await withJson((pass) => {
      Object.assign(pass, { voided: true, expirationDate: '2020-01-01T00:00Z', relevantDates: undefined });
    });
    const codes = inspectPkpass(bytes, inspectionOptions).findings.map(({ code }) => code);
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
    const good = await goodFiles();
    const text = `\ufeff/* labels */\n${Buffer.from(good['en.lproj/pass.strings'] ?? []).toString()}// end\n`;
    expect(codesOf(await withFiles({ 'en.lproj/pass.strings': Buffer.from(text, 'utf16le') }))).toEqual([]);
  });
});
