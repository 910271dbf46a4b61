import { describe, expect, test } from 'vitest';
import { recogniseScan, recogniseVial } from '../../../../../domain/scan/recognise-scan.ts';

const GS = '\u001d';
const context = { referenceYear: 2026, isTyped: false };
const product = '0109504000059101';

function told(text: string): object {
  const read = recogniseScan(text, context);
  return read.ok ? read.value : read.refusal;
}

describe('dates, by the General Specifications', () => {
  test.each([
    ['day 00 of a February in a leap year', `${product}17280200`, { expiry: '2028-02-29' }],
    ['day 00 of the century that is no leap year', `${product}17000200`, { expiry: '2000-02-29' }],
    ['the year 49 back', `${product}17770630`, { expiry: '1977-06-30' }],
    ['the year 50 ahead', `${product}17760630`, { expiry: '2076-06-30' }],
    ['day 31 of a short month', `${product}17270431`, { reason: 'gs1-date-invalid', ai: '17' }],
    ['month 00', `${product}17270001`, { reason: 'gs1-date-invalid', ai: '17' }],
    ['expiry with an hour', `${product}70032703311430`, { expiry: '2027-03-31' }],
    ['an hour 24', `${product}70032703312430`, { reason: 'gs1-time-invalid', ai: '7003' }],
    ['day 00 where an hour follows', `${product}70032703001430`, { reason: 'gs1-date-invalid', ai: '7003' }],
    ['a date of four digits', `${product}172703`, { reason: 'gs1-value-too-short', ai: '17' }],
    ['harvest from day to day', `${product}7007261001261015`, { kind: 'gs1' }],
    ['harvest that ends in half a date', `${product}70072610012610`, { reason: expect.any(String) }],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toMatchObject(expected);
  });
});

describe('the identifiers of 80 and more have lengths and checks of their own', () => {
  test.each([
    ['a returnable asset', '8003095040000591011234ABC', { kind: 'gs1' }],
    ['one whose first digit is not 0', '80031095040000591011234', { reason: 'gs1-value-out-of-range' }],
    ['one with a wrong check digit', '8003009504000059102', { reason: 'gs1-check-digit-wrong' }],
    ['an asset of 31 characters', `8004${'9504000'.padEnd(31, 'A')}`, { reason: 'gs1-value-too-long' }],
    ['a price of five digits', `${product}800512345`, { reason: 'gs1-value-too-short' }],
    ['piece 3 of 2', '8006095040000591010302', { reason: 'gs1-value-out-of-range' }],
    ['piece 0', '8006095040000591010002', { reason: 'gs1-value-out-of-range' }],
    ['piece 1 of 2', `8006095040000591010102${GS}37100`, { reason: 'gs1-ai-forbidden-companion' }],
    ['minutes of production', `${product}8008270331143059`, { kind: 'gs1' }],
    ['a service relation', '8018950400000000000011', { kind: 'gs1' }],
    ['one of 17 digits', '801895040000000000001', { reason: 'gs1-value-too-short' }],
  ])('%s', (_, text, expected) => {
    expect(told(`]d2${text}`)).toMatchObject(expected);
  });

  test('second 60 of production, where no separator can be missing', () => {
    expect(told(`]d2${product}8008270331143060${GS}10AB`)).toMatchObject({ reason: 'gs1-time-invalid' });
  });
});

describe('marks in front, separators inside', () => {
  test.each([
    [
      'FNC1 left as a separator in front',
      `${GS}${product}10AB${GS}1727033`,
      { reason: 'gs1-value-too-short' },
    ],
    ['the mark and a separator', `]d2${GS}${product}10AB`, { lot: 'AB' }],
    ['the mark twice', `]d2]d2${product}10AB`, { reason: 'gs1-ai-unknown' }],
    ['a mark that is not of GS1', `]d1${product}10AB`, { lot: 'AB' }],
    [
      'a separator after a fixed length',
      `]d2${product}${GS}17270331${GS}10AB`,
      { lot: 'AB', expiry: '2027-03-31' },
    ],
    ['two separators in a row', `]d2${product}10AB${GS}${GS}21S`, { reason: 'gs1-ai-unknown' }],
    ['separators at the end', `]d2${product}10AB${GS}${GS}`, { lot: 'AB' }],
    ['a date as the lot', `]d2${product}10270331`, { lot: '270331' }],
    ['the same lot twice', `]d2${product}10AB${GS}10AB`, { lot: 'AB' }],
    ['two lots', `]d2${product}10AB${GS}10AC`, { reason: 'gs1-ai-repeated' }],
    ['a lot of 21', `]d2${product}10${'A'.repeat(21)}`, { reason: 'gs1-value-too-long' }],
    ['a lot alone', ']d210AB', { reason: 'gs1-ai-missing-companion' }],
    ['a content without a count', ']d20209504000059101', { reason: 'gs1-ai-missing-companion' }],
    [
      'a GTIN and its content',
      `]d2${product}0209504000059101${GS}372`,
      { reason: 'gs1-ai-forbidden-companion' },
    ],
    ['a pallet with its content', `]d2003950400000000000050209504000059101375`, { kind: 'gs1' }],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toMatchObject(expected);
  });
});

describe('a lost separator is found where one cut holds, and refused where two do', () => {
  test.each([
    ['lot, then expiry and serial', `${product}10ABC1727033121XYZ98765`, { reason: 'gs1-separator-lost' }],
    ['serial of full length, then expiry', `${product}21${'A'.repeat(20)}17270331`, { expiry: '2027-03-31' }],
    ['a lot that ends like a separator', `${product}10ABC02917270331`, { reason: 'gs1-separator-lost' }],
    ['a serial too long to be one', `${product}21${'A'.repeat(20)}02917270331`, { expiry: '2027-03-31' }],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toMatchObject(expected);
    expect(recogniseVial(text, context).ok).toBe(!('reason' in expected));
  });
});
