import { describe, expect, it } from 'vitest';
import { inspectPkpass } from '../../../issuing/apple/inspect-pkpass.ts';
import { goodFiles, withFiles, withJson } from '../../support/broken-pass.ts';
import { textFile } from '../../support/inspection-codes.ts';
import { testNow } from '../../support/trial-signer.ts';

type Field = Record<string, unknown>;
type Pass = Record<string, unknown> & {
  generic: { primaryFields: Field[]; auxiliaryFields?: Field[]; backFields: unknown };
  barcodes: Record<string, unknown>[];
};

/** As a pass of another maker is held against the format alone: nobody has its keys. */
const codesOf = (bytes: Uint8Array) =>
  inspectPkpass(bytes, { now: testNow })
    .findings.filter(({ severity, code }) => severity !== 'note' && code !== 'authority-trial')
    .map(({ code }) => code);
const first = (more: Field) => (pass: Pass) => Object.assign(pass.generic.primaryFields[0] ?? {}, more);
const code = (more: Field) => (pass: Pass) => Object.assign(pass.barcodes[0] ?? {}, more);
const whole = (more: Field) => (pass: Pass) => Object.assign(pass, more);
const changed = (change: (pass: Pass) => unknown) => withJson((pass) => void change(pass as Pass));

describe('a sound pass of another maker is called sound', () => {
  it.each<[string, (pass: Pass) => unknown]>([
    [
      'a date with milliseconds, as passkit-generator writes it',
      whole({ expirationDate: '2027-12-03T09:30:00.000Z' }),
    ],
    ['a date without seconds', whole({ expirationDate: '2027-12-03T09:30+01:00' })],
    ['colours without blanks', whole({ labelColor: 'rgb(1,2,3)', backgroundColor: 'rgba(1,2,3,.5)' })],
    ['colours in hex', whole({ labelColor: '#fff', backgroundColor: '#0b4f5c' })],
    ['no colours', whole({ labelColor: undefined, backgroundColor: undefined, foregroundColor: undefined })],
    ['no text beside its logo', whole({ logoText: undefined })],
    ['an empty changeMessage', first({ changeMessage: '' })],
    ['semantics', whole({ semantics: { eventName: 'Impfung' } })],
    ['semantics in a field', first({ semantics: { eventName: 'Impfung' } })],
    [
      'what iOS 18 brought',
      whole({ useAutomaticColors: true, eventLogoText: 'x', preferredStyleSchemes: ['posterEventTicket'] }),
    ],
    ['a field that is a date', first({ value: '2026-12-03T09:30+01:00', dateStyle: 'PKDateStyleShort' })],
    ['a field that is a number', first({ value: 3, currencyCode: 'EUR' })],
    ['a field with a style that is none', first({ value: 'morgen', dateStyle: 'PKDateStyleNone' })],
    ['a text in UTF-8', code({ messageEncoding: 'UTF-8', message: 'Łódź' })],
    ['umlauts in ISO-8859-1', code({ messageEncoding: 'ISO-8859-1', message: 'Müller' })],
    [
      'a stretch of time',
      whole({ relevantDates: [{ startDate: '2026-12-03T09:30Z', endDate: '2026-12-03T10:30Z' }] }),
    ],
  ])('with %s', async (_what, change) => {
    expect(codesOf(await changed(change))).toEqual([]);
  });

  it.each([
    ['personalisation', { 'personalization.json': textFile('{"description":"x"}') }],
    ['a note beside it', { 'README.md': textFile('x') }],
    ['a folder of the Finder', { '.DS_Store': textFile('x') }],
  ])('with %s', async (_what, files) => {
    expect(codesOf(await withFiles(files))).toEqual([]);
  });

  it.each(['utf16le', 'utf16be'])('with strings in %s', async (encoding) => {
    const text = Buffer.from((await goodFiles())['de.lproj/pass.strings'] ?? []).toString();
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    const file = encoding === 'utf16be' ? bytes.swap16() : bytes;
    expect(codesOf(await withFiles({ 'de.lproj/pass.strings': file }))).toEqual([]);
  });
});

describe('what is wrong with one is told', () => {
  it.each<[string, string, (pass: Pass) => unknown]>([
    [
      'a field with the style of a date that is none',
      'date-invalid',
      first({ value: 'morgen', dateStyle: 'PKDateStyleShort' }),
    ],
    [
      'a field of a time without a zone',
      'date-invalid',
      first({ value: '2026-12-03T09:30', timeStyle: 'PKDateStyleShort' }),
    ],
    ['an encoding that there is not', 'barcode-encoding-unknown', code({ messageEncoding: 'latin-9000' })],
    ['a sign that ISO-8859-1 lacks', 'barcode-text-not-encodable', code({ message: '5 €' })],
    ['a picture that ISO-8859-1 lacks', 'barcode-text-not-encodable', code({ message: '💉' })],
    ['a date with a wrong fraction', 'date-invalid', whole({ expirationDate: '2027-12-03T09:30:00.Z' })],
    ['the team of somebody else', 'team-id-differs', whole({ teamIdentifier: 'ZZZZZZZZZZ' })],
    [
      'a boarding pass for no vehicle',
      'field-missing',
      (pass) => Object.assign(pass, { boardingPass: pass.generic, generic: undefined }),
    ],
    ['a switch as a word', 'type-wrong', whole({ sharingProhibited: 'yes' })],
    ['a value that is null', 'type-wrong', first({ value: null })],
    [
      'eleven places',
      'too-many',
      whole({ locations: Array.from({ length: 11 }, () => ({ latitude: 1, longitude: 1 })) }),
    ],
  ])('%s: %s', async (_what, expected, change) => {
    expect(codesOf(await changed(change))).toEqual([expected]);
  });
});
