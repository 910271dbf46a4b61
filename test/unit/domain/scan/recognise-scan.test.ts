import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf, type PassId } from '../../../../domain/kernel/ids.ts';
import { barcodeVersion, encodeBarcode } from '../../../../domain/passes/barcode.ts';
import { shortNumberOf } from '../../../../domain/passes/short-number.ts';
import { recogniseScan, recogniseVial, type ScanContext } from '../../../../domain/scan/recognise-scan.ts';

const passId = idOf<PassId>('00112233445566778899');
const barcode = encodeBarcode({
  version: barcodeVersion,
  keyId: 3,
  passId,
  doseCount: 0,
  identityCheck: new Uint8Array(4),
  tag: new Uint8Array(8),
});
if (!barcode.ok) throw new Error('no barcode');
const pass = barcode.value;

const typed: ScanContext = {
  referenceYear: 2026,
  handOverBase: 'https://hq.example/p/',
  isTyped: true,
};
const ppn = '[)>\u001e06\u001d9N110375286414\u001d1TABC\u001e\u0004';

test.each([
  [pass, { kind: 'pass', content: { passId, keyId: 3 } }],
  [pass.toLowerCase(), { kind: 'pass', content: { passId } }],
  [`]Q1${pass}`, { kind: 'pass' }],
  [`${pass}\r\n`, { kind: 'pass' }],
  ['HC1:6BF+70790T9WJWG.FKY*4GO0.A', { kind: 'hcert', text: 'HC1:6BF+70790T9WJWG.FKY*4GO0.A' }],
  ['hc1:6bf+70790t9wjwg.fky*4go0.a', { kind: 'hcert', text: 'HC1:6BF+70790T9WJWG.FKY*4GO0.A' }],
  ['shc:/56762909', { kind: 'shc', text: 'shc:/56762909' }],
  [']d2010950400005910110ABC', { kind: 'gs1', lot: 'ABC' }],
  [']C1010950400005910110ABC', { kind: 'gs1', lot: 'ABC' }],
  [']Q3010950400005910110ABC', { kind: 'gs1', lot: 'ABC' }],
  [']e0010950400005910110ABC', { kind: 'gs1', lot: 'ABC' }],
  ['010950400005910110ABC', { kind: 'gs1', lot: 'ABC' }],
  ['(01)09504000059101(10)ABC', { kind: 'gs1', lot: 'ABC' }],
  ['[)>\u001e05\u001d010950400005910110ABC\u001e\u0004', { kind: 'gs1', lot: 'ABC' }],
  ['https://id.gs1.org/01/09504000059101/10/ABC', { kind: 'gs1', lot: 'ABC' }],
  [']E04006381333931', { kind: 'gs1', gtin: '04006381333931' }],
  [ppn, { kind: 'ppn', lot: 'ABC' }],
  [`]d1${ppn}`, { kind: 'ppn', lot: 'ABC' }],
  ['https://hq.example/p/AbCdEf0123456789_-', { kind: 'link', token: 'AbCdEf0123456789_-' }],
  [shortNumberOf(passId), { kind: 'number', number: shortNumberOf(passId) }],
  ['Müller, Anna', { kind: 'name', name: 'Müller Anna' }],
  ["O'Brien-Łukasz", { kind: 'name', name: "O'Brien-Łukasz" }],
  ['Müller 3.4.1990', { kind: 'name', name: 'Müller', birthDate: '1990-04-03' }],
  ['1990-04-03', { kind: 'name', name: '', birthDate: '1990-04-03' }],
])('%s is recognised', (text, scanned) => {
  expect(recogniseScan(text, typed)).toMatchObject({ ok: true, value: scanned });
});

test.each([
  ['', 'empty'],
  [' \r\n', 'empty'],
  ['x'.repeat(4301), 'too-long'],
  ['abc\u001bdef', 'control-characters'],
  ['abc\u0000', 'control-characters'],
  ['\u001e06', 'control-characters'],
  ['HC1:6bf', 'certificate-characters'],
  ['HC1:6', 'certificate-truncated'],
  ['HC2:6BF', 'certificate-foreign'],
  ['shc:/1/3/5676', 'health-card-in-parts'],
  ['shc:/567', 'certificate-truncated'],
  ['shc:/5699', 'certificate-characters'],
  ['https://evil.example/', 'foreign-link'],
  ['https://hq.example/p/short', 'foreign-link'],
  ['https://hq.example.evil/p/AbCdEf0123456789_-', 'foreign-link'],
  ['javascript:alert(1)', 'foreign-link'],
  [']d2010950400005910210ABC', 'gs1-check-digit-wrong'],
  [']d2HELLO', 'gs1-ai-unknown'],
  ['010950400005910210ABC', 'gs1-check-digit-wrong'],
  ['(01)09504000059101(05)1', 'gs1-ai-unknown'],
  ['[)>069N1103752864141TABC', 'ppn-separator-missing'],
  ['[)>\u001e05\u001d0109504000059102\u001e\u0004', 'gs1-check-digit-wrong'],
  [`0${pass.slice(1)}`, 'pass-version-unknown'],
  ['17270331', 'unknown-code'],
  ['{"a":1}', 'unknown-code'],
  ['90402', 'unknown-code'],
  ['4006381333931', 'unknown-code'],
])('%j is refused: %s', (text, reason) => {
  expect(recogniseScan(text, typed)).toMatchObject({ ok: false, refusal: { reason } });
});

test('what raw bytes or a separator mark as GS1 needs no check digit', () => {
  const raw = { ...typed, isTyped: false, areSeparatorsCertain: true };
  expect(recogniseScan('91ABC', raw)).toMatchObject({ ok: true, value: { kind: 'gs1' } });
  expect(recogniseScan('91ABC\u001d92X', typed)).toMatchObject({ ok: true, value: { kind: 'gs1' } });
});

test('names and numbers count only where somebody may have typed', () => {
  for (const text of ['Müller', shortNumberOf(passId)])
    expect(recogniseScan(text, { ...typed, isTyped: false })).toMatchObject({
      ok: false,
      refusal: { reason: 'unknown-code' },
    });
});

describe('asked for a vial', () => {
  test.each([
    ['(01)09504000059101(10)ABC', { ok: true, value: { kind: 'gs1' } }],
    [ppn, { ok: true, value: { kind: 'ppn' } }],
    ['5901234123457', { ok: true, value: { gtin: '05901234123457' } }],
    // An EAN, or an order number (400).
    ['4006381333931', { ok: true, value: { kind: 'ambiguous' } }],
    ['17270331', { ok: false, refusal: { reason: 'gs1-ai-missing-companion' } }],
    [pass, { ok: false }],
    ['Müller', { ok: false, refusal: { reason: 'not-a-vial-code' } }],
    ['HC1:6BF', { ok: false, refusal: { reason: 'not-a-vial-code' } }],
    ['https://hq.example/p/AbCdEf0123456789_-', { ok: false, refusal: { reason: 'foreign-link' } }],
  ])('%s is evaluated as one', (text, wanted) => {
    expect(recogniseVial(text, typed)).toMatchObject(wanted);
  });
});

test('no text at all makes it throw', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 300 });
  const near = fc.array(
    fc.constantFrom(
      '01',
      '10',
      '17',
      '21',
      '09504000059101',
      '270331',
      '\u001d',
      '\u001e',
      '(',
      ')',
      '[)>',
      '06',
      'HC1:',
      'shc:/',
      ']d2',
      '029',
      'ABC',
      'https://x/01/',
      '%',
      '9N',
      'D',
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        hostile,
        near.map((parts) => parts.join('')),
      ),
      (text) => {
        recogniseScan(text, typed);
        recogniseVial(text, { ...typed, areSeparatorsCertain: true });
      },
    ),
    { numRuns: 1000 },
  );
});
