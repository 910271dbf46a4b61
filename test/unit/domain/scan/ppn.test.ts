import { describe, expect, test } from 'vitest';
import { readPpn } from '../../../../domain/scan/ppn/ppn-code.ts';
import { pznOf } from '../../../../domain/scan/ppn/pzn.ts';

const [GS, RS, EOT] = ['\u001d', '\u001e', '\u0004'];

function code(...fields: string[]): string {
  return `[)>${RS}06${GS}${fields.join(GS)}${RS}${EOT}`;
}

function fieldsOf(text: string) {
  const result = readPpn(text, 2026);
  return result.ok ? result.value : result.refusal;
}

const product = '9N110375286414';

test('a whole code is read', () => {
  expect(fieldsOf(code(product, '1T12345ABCD', 'D271200', 'S12345ABCDEF98765'))).toEqual({
    elements: [
      { ai: '9N', value: '110375286414' },
      { ai: '1T', value: '12345ABCD' },
      { ai: 'D', value: '271200' },
      { ai: 'S', value: '12345ABCDEF98765' },
    ],
    ppn: '110375286414',
    pzn: '03752864',
    lot: '12345ABCD',
    expiry: '2027-12-31',
    serial: '12345ABCDEF98765',
  });
});

test.each([
  ['a date of year and month', code(product, 'D2702'), { expiry: '2027-02-28' }],
  ['a whole date', code(product, 'D270214'), { expiry: '2027-02-14' }],
  ['a date with century', code(product, '14D20270214'), { expiry: '2027-02-14' }],
  ['the day of manufacture', code(product, '16D20250102'), { manufacturedOn: '2025-01-02' }],
  ['a GTIN', code('8P04150037528644'.replace('8644', '8643'), 'S1'), { gtin: '04150037528643' }],
  ['fields in any order', code('S1', 'D270214', product), { pzn: '03752864', serial: '1' }],
  ['an unknown identifier', code(product, '33Lhttp://example.com', '27QX'), { pzn: '03752864' }],
  ['a lost end', `[)>${RS}06${GS}${product}${GS}1TABC`, { lot: 'ABC' }],
  ['a lost last character', `[)>${RS}06${GS}${product}${GS}1TABC${RS}`, { lot: 'ABC' }],
  ['spelled separators', `[)><RS>06<GS>${product}<GS>1TABC<RS><EOT>`, { lot: 'ABC' }],
  ['another register', code(`9N${withPpnCheck('13ABC123')}`), { ppn: withPpnCheck('13ABC123') }],
  [
    'a whole code of Austria or Switzerland, whose number has no PZN',
    code(`9N${withPpnCheck('127680123456789')}`, '1TL-1/A', 'D2812', '16D20260100', 'S+1'),
    { ppn: withPpnCheck('127680123456789'), lot: 'L-1/A', serial: '+1', manufacturedOn: '2026-01-31' },
  ],
  ['the last of a month in a leap year', code(product, 'D280200'), { expiry: '2028-02-29' }],
  ['an NTIN beside the PPN', code(product, '8P04150037528643'), { gtin: '04150037528643', pzn: '03752864' }],
  [
    'a longest lot and serial',
    code(product, `1T${'L'.repeat(20)}`, `S${'9'.repeat(20)}`),
    { lot: 'L'.repeat(20) },
  ],
  ['a serial that begins like an identifier', code(product, 'S1TABC'), { serial: '1TABC' }],
  ['the same field twice', code(product, '1TA', '1TA'), { lot: 'A' }],
])('%s is read', (_, text, fields) => {
  expect(fieldsOf(text)).toMatchObject(fields);
});

describe('refused is', () => {
  test.each([
    ['a code without separators', `[)>06${product}1TABCD270214S1`, { reason: 'separator-missing' }],
    ['a code without its record separator', `[)>06${GS}${product}`, { reason: 'separator-missing' }],
    ['fields run together', code(`${product}1TABC`), { reason: 'character-foreign', di: '9N' }],
    ['a wrong product check', code('9N110375286415'), { reason: 'check-digit-wrong', di: '9N' }],
    [
      'a wrong PZN inside',
      code(`9N${withPpnCheck('1103752865')}`),
      { reason: 'check-digit-wrong', di: '9N' },
    ],
    ['a wrong GTIN', code('8P04150037528640'), { reason: 'check-digit-wrong', di: '8P' }],
    ['a month 13', code(product, 'D271300'), { reason: 'date-invalid', di: 'D' }],
    ['a day that is none', code(product, 'D270230'), { reason: 'date-invalid', di: 'D' }],
    ['five digits of a date', code(product, 'D27021'), { reason: 'date-invalid', di: 'D' }],
    ['an empty lot', code(product, '1T'), { reason: 'value-missing', di: '1T' }],
    ['an empty field', code(product, '', 'S1'), { reason: 'value-missing' }],
    ['a lot of 21', code(product, `1T${'A'.repeat(21)}`), { reason: 'value-too-long', di: '1T' }],
    ['two lots', code(product, '1TA', '1TB'), { reason: 'identifier-repeated', di: '1T' }],
    ['no product', code('1TABC', 'S1'), { reason: 'product-missing', di: '9N' }],
    ['no identifier', code(product, 'abc'), { reason: 'identifier-unknown' }],
    [
      'a date of eight digits where six belong',
      code(product, 'D20270214'),
      { reason: 'value-too-long', di: 'D' },
    ],
    ['six digits where eight belong', code(product, '16D270214'), { reason: 'date-invalid', di: '16D' }],
    ['another format', `[)>${RS}12${GS}${product}${RS}${EOT}`, { reason: 'separator-missing' }],
    ['a serial of 21', code(product, `S${'1'.repeat(21)}`), { reason: 'value-too-long', di: 'S' }],
    ['a GTIN of 13 digits', code('8P4150037528643'), { reason: 'character-foreign', di: '8P' }],
    [
      'a small letter in the product number',
      code('9N11o375286414'),
      { reason: 'character-foreign', di: '9N' },
    ],
    ['a blank in the lot', code(product, '1TA B'), { reason: 'character-foreign', di: '1T' }],
  ])('%s', (_, text, refusal) => {
    expect(fieldsOf(text)).toEqual(refusal);
  });
});

test('the pharmacy number has its own check digit, eight digits or the older seven', () => {
  expect(pznOf('03752864')).toBe('03752864');
  expect(pznOf('3752864')).toBe('03752864');
  expect(pznOf('03752865')).toBeUndefined();
  expect(pznOf('0375286')).toBeUndefined();
});

function withPpnCheck(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += body.charCodeAt(i) * (i + 2);
  return body + String(sum % 97).padStart(2, '0');
}
