import { describe, expect, test } from 'vitest';
import { idOf, type PassId } from '../../../../domain/kernel/ids.ts';
import { barcodeVersion, encodeBarcode } from '../../../../domain/passes/barcode.ts';
import { recogniseScan, recogniseVial } from '../../../../domain/scan/recognise-scan.ts';
import type { LayoutName } from '../../../../domain/scan/wedge/layouts.ts';
import { wedgeTexts } from '../../../../domain/scan/wedge/wedge-texts.ts';
import { type ScannerKeys, scannerKeys } from '../../../support/scanner-keys.ts';
import { must } from '../../../support/test-station.ts';

const context = { referenceYear: 2026, isTyped: false };
const [GS, RS, EOT] = ['\u001d', '\u001e', '\u0004'];
const certificate =
  'HC1:6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2+$N IOP-IA%NFQGRJPC%OQHIZC4.OI1RM8ZA.A5:S9MKN4NN3F85QNCY0O%0VZ0';
const card =
  'shc:/5676290952432060346029243740446031222959532654603460292540772804336028702864716745222809286241';
const pass = must(
  encodeBarcode({
    version: barcodeVersion,
    keyId: 2,
    passId: idOf<PassId>('F0E1D2C3B4A5968778A9'),
    doseCount: 0,
    identityCheck: new Uint8Array([1, 250, 3, 99]),
    tag: new Uint8Array([200, 7, 6, 5, 4, 3, 2, 1]),
  }),
);
const vial = ']d2010950400005910121SYZ-1/a\u001d10LOT_zy(1)\u001d17270200';
const ppn = `[)>${RS}06${GS}9N110375286414${GS}1TAZY12${GS}D271200${GS}S1-z${RS}${EOT}`;

function meant(text: string): string {
  const read = recogniseScan(text, context);
  return read.ok ? read.value.kind : read.refusal.reason;
}

/** What a US scanner is understood to have read on a computer of that layout. */
function through(text: string, host: LayoutName, way: ScannerKeys = {}): string[] {
  return wedgeTexts({ records: scannerKeys(text, { ...way, host }) }, { referenceYear: 2026 }).map(meant);
}

const hosts: LayoutName[] = ['us', 'de', 'ch-de', 'ch-fr', 'fr'];
const halves = (text: string, from: number) =>
  Array.from({ length: text.length - from }, (_, index) => text.slice(0, from + index));

describe.each([
  ['a certificate', certificate, 6],
  ['a SMART Health Card', card, 6],
  ['a card split over several codes', 'shc:/2/3/5676290952432060346029', 9],
  ['a PPN without separators', '[)>069N1112345678421T12345ABCDD250700S1234', 8],
  ['a PPN', ppn, 6],
  ['a vial', vial, 5],
])('%s that was cut off, from a US scanner', (_, text, from) => {
  test.each(hosts)('keeps its reason on a computer set to %s', (host) => {
    for (const part of halves(text, from))
      for (const capsLock of ['off', 'letters'] as const) {
        const reason = meant(part);
        expect(through(part, host, { capsLock }), JSON.stringify([part, capsLock])).toEqual([reason]);
      }
  });
});

test.each(hosts)('a pass that was cut off is no pass and nothing else on a computer set to %s', (host) => {
  for (const part of halves(pass, 20)) {
    const [kind = '', ...others] = through(part, host);
    expect(others).toEqual([]);
    expect(['unknown-code', 'pass-length-wrong', 'pass-symbol-foreign'], part).toContain(kind);
  }
});

test.each([
  ['a pass in small letters', pass.toLowerCase(), 'pass'],
  ['a pass with a symbology in front', `]Q1${pass}`, 'pass'],
  ['a pass with a line end', `${pass}\r\n`, 'pass'],
  ['a pass in two', `${pass} ${pass}`, 'unknown-code'],
  ['a pass with a letter too much', `${pass}0`, 'unknown-code'],
  ['a card in one part of one', `shc:/1/1/${card.slice(5)}`, 'shc'],
  ['the second part of a card', 'shc:/2/3/567629', 'health-card-in-parts'],
  ['a part that is no number', 'shc:/a/3/567629', 'certificate-characters'],
  ['a card with an odd digit', `${card}1`, 'certificate-truncated'],
  ['a card in capitals', card.toUpperCase(), 'shc'],
  ['a certificate in small letters', certificate.toLowerCase(), 'hcert'],
  ['a certificate with a letter that Base45 lacks', `${certificate}ß`, 'certificate-characters'],
  ['a certificate of another generation', certificate.replace('HC1', 'HC2'), 'certificate-foreign'],
  ['an address that hides one', `https://evil.invalid/#${certificate}`, 'foreign-link'],
  ['4,301 characters', `HC1:${'A'.repeat(4297)}`, 'too-long'],
])('%s: %s', (_, text, kind) => {
  expect(meant(text)).toBe(kind);
});

function vialOf(text: string, referenceYear = 2026) {
  const read = recogniseVial(text, { ...context, referenceYear });
  return read.ok ? read.value : read.refusal.reason;
}

describe('a vial', () => {
  const gtin = '0109504000059101';
  test.each([
    ['with FNC1 in front', `${GS}${gtin}17270200${GS}10ABC`, { expiry: '2027-02-28', lot: 'ABC' }],
    ['with every AIM prefix', `]d2${gtin}10ABC${GS}17270200`, { expiry: '2027-02-28', lot: 'ABC' }],
    ['of Code 128', `]C1${gtin}10ABC${GS}17270200`, { expiry: '2027-02-28' }],
    ['with the lot first', `10ABC${GS}${gtin}17270200`, { lot: 'ABC', gtin: '09504000059101' }],
    ['with the expiry first', `17270200${gtin}10ABC`, { lot: 'ABC', expiry: '2027-02-28' }],
    ['that ends in a leap February', `${gtin}1728020010ABC`, { expiry: '2028-02-29' }],
    ['that ends on its last day', `${gtin}1728022910ABC`, { expiry: '2028-02-29' }],
    ['with a pharmacy number', `${gtin}71003752864${GS}10ABC`, { pzn: '03752864', lot: 'ABC' }],
    ['50 years ahead', `${gtin}1776123110ABC`, { expiry: '2076-12-31' }],
    ['49 years ago', `${gtin}1777123110ABC`, { expiry: '1977-12-31' }],
  ])('%s is read', (_, text, facts) => {
    expect(vialOf(text)).toMatchObject(facts);
  });

  test('has its century from the year that it is read in', () => {
    expect(vialOf(`${gtin}1701010110ABC`, 2099)).toMatchObject({ expiry: '2101-01-01' });
    expect(vialOf(`${gtin}1799010110ABC`, 2026)).toMatchObject({ expiry: '1999-01-01' });
  });

  test.each([
    ['a wrong check digit', '010950400005910210ABC', 'gs1-check-digit-wrong'],
    ['a month 13', `${gtin}17271301`, 'gs1-date-invalid'],
    ['a day 31 of a month of 30', `${gtin}17270431`, 'gs1-date-invalid'],
    ['a February 29 of no leap year', `${gtin}17270229`, 'gs1-date-invalid'],
    ['an expiry of five digits', `${gtin}1727020`, 'gs1-value-too-short'],
    ['two lots', `${gtin}10ABC${GS}10DEF`, 'gs1-ai-repeated'],
    ['no product', `10ABC${GS}17270200`, 'gs1-ai-missing-companion'],
    ['a lot of 21', `${gtin}10${'A'.repeat(21)}`, 'gs1-value-too-long'],
    ['an identifier of nobody', `]d2${gtin}05123`, 'gs1-ai-unknown'],
    ['nothing', ']d2', 'empty'],
    ['a macro 06 without its separators', '[)>069N110375286414', 'ppn-separator-missing'],
    ['a macro of nobody', `[)>${RS}99${GS}9N110375286414${RS}${EOT}`, 'ppn-separator-missing'],
    ['a PPN in small letters', ppn.toLowerCase(), 'ppn-identifier-unknown'],
    ['a certificate', certificate, 'not-a-vial-code'],
  ])('with %s is refused for that', (_, text, reason) => {
    expect(vialOf(text)).toBe(reason);
  });

  test('takes no time however it is made', () => {
    const digits = ['0', '1', '10', '21', '029', '17', '3', '99'];
    for (const piece of digits) {
      const text = piece.repeat(Math.floor(4300 / piece.length));
      for (const each of [text, `]d2${text}`, `(01)${text}`, `[)>${RS}06${GS}${text}`, text.slice(0, 160)]) {
        const begun = performance.now();
        vialOf(each);
        meant(each);
        expect(performance.now() - begun, each.slice(0, 12)).toBeLessThan(300);
      }
    }
  });
});
