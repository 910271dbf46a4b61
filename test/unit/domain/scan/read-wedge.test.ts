import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accept, refuse } from '../../../../domain/kernel/result.ts';
import { recogniseScan } from '../../../../domain/scan/recognise-scan.ts';
import { type LayoutName, layouts } from '../../../../domain/scan/wedge/layouts.ts';
import { readWedge } from '../../../../domain/scan/wedge/read-wedge.ts';
import { refusalWeight } from '../../../../domain/scan/wedge/refusal-weight.ts';
import { readingsOf } from '../../../../domain/scan/wedge/wedge-readings.ts';
import { wedgeTexts } from '../../../../domain/scan/wedge/wedge-texts.ts';
import { type ScannerKeys, scannerKeys } from '../../../support/scanner-keys.ts';

const hosts: LayoutName[] = ['us', 'de', 'ch-de', 'ch-fr', 'fr'];
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

function readingTexts(text: string, options: ScannerKeys): string[] {
  return readingsOf({ records: scannerKeys(text, options) }).map((reading) => reading.text);
}

function only(wanted: string) {
  return (text: string) => (text === wanted ? accept(text) : refuse('other'));
}

test('every layout draws each of its 48 keys and the space bar', () => {
  for (const host of hosts) {
    expect(layouts[host].size).toBe(49);
    for (const { plain, shifted } of layouts[host].values())
      expect([plain.length, shifted.length]).toEqual([1, 1]);
  }
});

describe.each(hosts)('a scanner set to the US layout on a computer set to %s', (host) => {
  const text = 'HC1:6BF+70790T9WJWG.FKY*4GO0. ]d2()=_-/Zz{}|~^`\'"\\<>?;@#$%&';

  test.each(['off', 'letters', 'all'] as const)('is read with Caps Lock %s', (capsLock) => {
    const burst = { records: scannerKeys(text, { host, capsLock }) };
    expect(readWedge(burst, only(text))).toMatchObject({ kind: 'read', value: text });
  });

  test('is read from recordings that have only key, code and time', () => {
    const bare = text.replace('+', '');
    const burst = { records: scannerKeys(bare, { host, isBare: true }) };
    expect(readWedge(burst, only(bare))).toMatchObject({ kind: 'read', value: bare });
  });

  test('is read from bare recordings with Caps Lock on', () => {
    const code = 'HC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH';
    for (const capsLock of ['letters', 'all'] as const)
      expect(readingTexts(code, { host, capsLock, isBare: true })).toContain(code);
  });

  test('whatever the text is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ascii), { minLength: 6, maxLength: 60 }), (characters) => {
        const any = characters.join('').trim();
        fc.pre(any.length >= 6);
        expect(readingTexts(any, { host })).toContain(any);
      }),
    );
  });
});

test('a scanner set to the layout of the computer is read as the computer reads it', () => {
  const text = 'https://praxis.example/y?z=1';
  for (const host of ['de', 'fr', 'ch-de'] as const)
    expect(readingTexts(text, { scanner: host, host })[0]).toBe(text);
});

test('a scanner set to German on a US computer is read last, when nothing else holds', () => {
  const text = 'Z-Y:/_?=#';
  const read = readWedge({ records: scannerKeys(text, { scanner: 'de', host: 'us' }) }, only(text));
  expect(read).toMatchObject({ kind: 'read', reading: { layout: 'de' } });
});

test('ALT mode is decoded, separators and all, with and without leading zero', () => {
  const text = '0104150123456782\u001d10AbZ';
  expect(readingTexts(text, { mode: 'alt', host: 'de' })).toEqual([text]);
  expect(readingTexts(text, { mode: 'alt-controls' })).toContain(text);
});

test('ALT mode is decoded from recordings that have only key, code and time', () => {
  const text = '0104150123456782\u001d10AB';
  expect(readingTexts(text, { mode: 'alt', isBare: true })).toContain(text);
});

test('Ctrl+], F8 and the raw character all stand for the group separator', () => {
  const gs = (keys: object) => [
    ...scannerKeys('10ABCD', { suffix: 'none' }),
    { key: ']', code: 'BracketRight', timeStamp: 1048, ...keys },
    ...scannerKeys('17', { startAt: 1056, suffix: 'none' }),
  ];
  const raws = [{ ctrlKey: true }, { key: 'F8', code: 'F8' }, { key: '\u001d' }];
  for (const raw of raws) expect(readingsOf({ records: gs(raw) })[0]?.text).toBe('10ABCD\u001d17');
  expect(readingTexts('10ABCD\u001d17', { host: 'de' })[0]).toBe('10ABCD\u001d17');
});

test('a whole German pharmacy code arrives with all its control characters', () => {
  const text = '[)>\u001e06\u001d9N110375286414\u001d1TAB12\u001dD271200\u001dS1\u001e\u0004';
  for (const host of hosts)
    for (const options of [{ host }, { host, isBare: true }, { host, mode: 'alt' as const }])
      expect(readingTexts(text, options)).toContain(text);
});

test('two layouts that both make sense are a question, and the known setting of the scanner answers it', () => {
  const burst = { records: scannerKeys('LOTYZ12', { host: 'de' }) };
  const anyLot = (text: string) => (/^LOT[A-Z0-9]+$/.test(text) ? accept(text) : refuse('no-lot'));
  expect(readWedge(burst, anyLot)).toMatchObject({
    kind: 'ambiguous',
    candidates: [{ value: 'LOTZY12' }, { value: 'LOTYZ12' }],
  });
  expect(readWedge(burst, anyLot, { layout: 'us', prefix: '', trailing: '' })).toMatchObject({
    kind: 'read',
    value: 'LOTYZ12',
  });
});

test('when nothing holds, the refusal of the likeliest reading is given', () => {
  const burst = { records: scannerKeys('nothing') };
  expect(readWedge(burst, () => refuse('unknown'))).toMatchObject({ kind: 'refused', refusal: 'unknown' });
});

test.each([
  ['a certificate that was cut off', 'HC1:6BF+70790T9WJWG.FKY*4GO0A', 'certificate-truncated'],
  ['a health card split over several codes', 'shc:/1/2/5676290952432060346029', 'health-card-in-parts'],
  ['a PPN whose separators were lost', '[)>069N1112345678421T12345ABCDD250700S1234', 'ppn-separator-missing'],
])('%s keeps its reason on a German computer with a scanner set to US', (_what, text, reason) => {
  const burst = { records: scannerKeys(text, { host: 'de' }) };
  const context = { referenceYear: 2026 };
  const recognise = (each: string) => recogniseScan(each, { ...context, isTyped: false });
  expect(readWedge(burst, recognise, undefined, refusalWeight)).toMatchObject({ refusal: { reason } });
  expect(wedgeTexts(burst, context)).toEqual([text]);
});
