import { describe, expect, test } from 'vitest';
import { checkValue } from '../../../../../domain/scan/gs1/check-value.ts';
import { identifiers } from '../../../../../domain/scan/gs1/identifiers.ts';

function reasonOf(ai: string, value: string): string | undefined {
  const identifier = identifiers.get(ai);
  if (!identifier) throw new Error(`no AI ${ai}`);
  return checkValue(identifier, value, 2026);
}

/** For each class of format: values that are right. */
const right: Record<string, string[]> = {
  '00': ['006141411234567890'],
  '01': ['09504000059101', '00614141123452'],
  '10': ['A', 'ABC-123/x_Z%', '!"%&\'()*+,-./:;<=>?_'],
  '17': ['270331', '270200', '240229', '000229'],
  '20': ['00', '99'],
  '253': ['9521321123458', '9521321123458ABC'],
  '255': ['9521321123458', '9521321123458123456789012'],
  '30': ['1', '12345678'],
  '3103': ['000123'],
  '3922': ['1', '123456789012345'],
  '3932': ['9781', '978123456789012345'],
  '3940': ['0050'],
  '402': ['95213211234567896'],
  '421': ['276A', '2769999999'],
  '423': ['276', '276040', '276040756250528'],
  '427': ['BY'],
  '4300': ['M%C3%BCller+GmbH'],
  '4307': ['DE', 'AT'],
  '4309': ['02790858483015297971', '18000000003600000000'],
  '4321': ['0', '1'],
  '4324': ['2703312359', '2703000000'],
  '4326': ['270331'],
  '4330': ['000123', '000123-'],
  '7003': ['2703312359'],
  '7007': ['270331', '270331270401'],
  '7011': ['270331', '2703312359'],
  '7030': ['999ABC', '276ABC'],
  '7040': ['1ABC', '9zz_'],
  '7041': ['1A', 'PX', '8', 'POP'],
  '710': ['03752864'],
  '7230': ['EMABC'],
  '7241': ['01', '10', '80', '99'],
  '7250': ['19500102'],
  '7251': ['195001022359'],
  '7252': ['0', '1', '2', '9'],
  '7258': ['1/1', '2/3'],
  '8001': ['00010000100101', '99999999999991'],
  '8003': ['09521321123458', '09521321123458SERIAL'],
  '8006': ['095040000591010102'],
  '8007': ['DE91100000000123456789', 'GB98MIDL07009312345678', 'CH5604835012345678009'],
  '8008': ['27033123', '2703312359', '270331235959'],
  '8010': ['9521321-AB/#'],
  '8011': ['1', '123456789012'],
  '8013': ['1987654Ad4X4bL5ttr2310c2K'],
  '8014': ['1987654Ad4X4bL5ttr2310c2K'],
  '8017': ['952132112345678902'],
  '8030': ['AbC-_123', 'AA=', 'A=='],
  '8110': ['012345612345611110123'],
  '8112': ['001234561234560123456', '0012345612345611234567'],
  '8200': ['http://www.gs1.org/demo/'],
  '90': ['x'],
  '99': ['z'.repeat(90)],
};

/** Values that are wrong, and why. */
const wrong: [ai: string, value: string, reason: string][] = [
  ['00', '006141411234567891', 'check-digit-wrong'],
  ['01', '09504000059102', 'check-digit-wrong'],
  ['01', '9504000059101', 'value-too-short'],
  ['01', '0950400005910A', 'character-foreign'],
  ['10', 'x'.repeat(21), 'value-too-long'],
  ['10', '', 'value-missing'],
  ['10', 'A B', 'character-foreign'],
  ['10', 'Ä', 'character-foreign'],
  ['10', 'a#b', 'character-foreign'],
  ['17', '271300', 'date-invalid'],
  ['17', '270001', 'date-invalid'],
  ['17', '270230', 'date-invalid'],
  ['17', '230229', 'date-invalid'],
  ['17', '27033', 'value-too-short'],
  ['20', '1', 'value-too-short'],
  ['253', '9521321123450', 'check-digit-wrong'],
  ['255', '9521321123458A', 'character-foreign'],
  ['30', '123456789', 'value-too-long'],
  ['30', 'A', 'character-foreign'],
  ['3103', '00123', 'value-too-short'],
  ['3932', '978', 'value-too-short'],
  ['3932', '0011', 'currency-unknown'],
  ['401', '12X45', 'company-prefix-wrong'],
  ['421', '000A', 'country-unknown'],
  ['423', '27604', 'value-too-short'],
  ['423', '276000', 'country-unknown'],
  ['423', '276040756250528004', 'value-too-long'],
  ['4300', 'M%C', 'percent-encoding-wrong'],
  ['4300', 'M%GG', 'percent-encoding-wrong'],
  ['4307', 'XX', 'country-unknown'],
  ['4307', 'de', 'country-unknown'],
  ['4309', '18000000010000000000', 'value-out-of-range'],
  ['4309', '00000000003600000001', 'value-out-of-range'],
  ['4321', '2', 'value-out-of-range'],
  ['4324', '2703312400', 'time-invalid'],
  ['4324', '2703311260', 'time-invalid'],
  ['4326', '270300', 'date-invalid'],
  ['4330', '000123+', 'value-out-of-range'],
  ['7003', '2703002359', 'date-invalid'],
  ['7007', '2703312704', 'value-too-short'],
  ['7040', '1AB!', 'value-out-of-range'],
  ['7041', 'QZ', 'package-type-unknown'],
  ['7241', '11', 'value-out-of-range'],
  ['7250', '19500230', 'date-invalid'],
  ['7252', '3', 'value-out-of-range'],
  ['7258', '3/2', 'value-out-of-range'],
  ['7258', '0/1', 'value-out-of-range'],
  ['8001', '00000000100101', 'value-out-of-range'],
  ['8001', '00010000100121', 'value-out-of-range'],
  ['8003', '19521321123458', 'value-out-of-range'],
  ['8006', '095040000591010201', 'value-out-of-range'],
  ['8006', '095040000591010001', 'value-out-of-range'],
  ['8007', 'DE91100000000123456788', 'check-digit-wrong'],
  ['8007', 'XX91100000000123456789', 'check-digit-wrong'],
  ['8008', '27033124', 'time-invalid'],
  ['8008', '2703312360', 'time-invalid'],
  ['8010', '9521321a', 'character-foreign'],
  ['8011', '012', 'value-out-of-range'],
  ['8013', '1987654Ad4X4bL5ttr2310c2X', 'check-digit-wrong'],
  ['8014', '123422', 'check-digit-wrong'],
  ['8030', 'A+B', 'character-foreign'],
  ['8030', '12==', 'character-foreign'],
  ['8110', '01234561234560', 'coupon-malformed'],
  ['8110', '712345678901231111110123', 'coupon-malformed'],
  ['8112', '201234561234560123456', 'coupon-malformed'],
  ['8112', '0012345612345601234567', 'coupon-malformed'],
];

test('every check that the dictionary names exists', () => {
  for (const identifier of identifiers.values())
    expect(() => checkValue(identifier, '0'.repeat(identifier.maxLength), 2026)).not.toThrow();
});

test('the table holds every identifier, ranges spread out', () => {
  expect(identifiers.size).toBe(541);
});

test('no separator follows the identifiers whose first two digits tell the length, and only them', () => {
  const predefined = '00 01 02 03 04 11 12 13 14 15 16 17 18 19 20 31 32 33 34 35 36 41'.split(' ');
  for (const { ai, isPredefined, components } of identifiers.values()) {
    expect([ai, isPredefined]).toEqual([ai, predefined.includes(ai.slice(0, 2))]);
    if (isPredefined)
      for (const { minLength, maxLength, isOptional } of components)
        expect([ai, minLength, isOptional]).toEqual([ai, maxLength, false]);
  }
});

describe.each(Object.entries(right))('AI %s', (ai, values) => {
  test.each(values)('takes %s', (value) => {
    expect(reasonOf(ai, value)).toBeUndefined();
  });
});

test.each(wrong)('AI %s refuses %s: %s', (ai, value, reason) => {
  expect(reasonOf(ai, value)).toBe(reason);
});
