import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeBracketed } from '../../../../../domain/scan/gs1/bracketed.ts';
import { writeElementString } from '../../../../../domain/scan/gs1/element-string.ts';
import { readGs1 } from '../../../../../domain/scan/gs1/gs1-code.ts';
import { dateOfSixDigits, yearOfTwoDigits } from '../../../../../domain/scan/gs1/gs1-date.ts';
import { medicineElements, withCheckDigit } from '../../../../support/gs1-arbitraries.ts';

const GS = '\u001d';
const product = '0109504000059101';
const options = { referenceYear: 2026, areSeparatorsCertain: false };

function read(text: string, isCertain = false) {
  return readGs1(text, { ...options, areSeparatorsCertain: isCertain });
}

function fieldsOf(text: string) {
  const result = read(text);
  return result.ok ? result.value : result.refusal;
}

describe('a message with its separators', () => {
  const whole = { gtin: '09504000059101', lot: '1234567p', expiry: '2027-11-20', serial: '12345678p901' };

  test.each([
    `${product}2112345678p901${GS}101234567p${GS}17271120`,
    `${product}1727112010${'1234567p'}${GS}2112345678p901`,
    `${GS}17271120${product}2112345678p901${GS}101234567p${GS}`,
    '(01)09504000059101(21)12345678p901(10)1234567p(17)271120',
    ' (01) 09504000059101 (21) 12345678p901 (10) 1234567p (17) 271120 ',
    `^${product}2112345678p901^101234567p^17271120`,
    `${product}2112345678p901<GS>101234567p<GS>17271120`,
    `${product}2112345678p901{GS}101234567p{GS}17271120`,
    `${product}2112345678p901\\u001d101234567p\\u001d17271120`,
    `${product}2112345678p901~d029101234567p~d02917271120`,
    `${product}2112345678p901|101234567p|17271120`,
    `${product} 2112345678p901 101234567p 17271120`,
    'https://id.gs1.org/01/09504000059101/10/1234567p/21/12345678p901?17=271120&x=y',
    'https://example.com/some/path/01/9504000059101/10/1234567p/21/12345678p901?17=271120',
  ])('is read: %s', (text) => {
    expect(fieldsOf(text)).toMatchObject(whole);
  });

  test('keeps the order of the code and every element', () => {
    expect(fieldsOf(`17270200${product}10AB${GS}8200http://www.gs1.org/demo/`)).toEqual({
      elements: [
        { ai: '17', value: '270200' },
        { ai: '01', value: '09504000059101' },
        { ai: '10', value: 'AB' },
        { ai: '8200', value: 'http://www.gs1.org/demo/' },
      ],
      gtin: '09504000059101',
      lot: 'AB',
      expiry: '2027-02-28',
    });
  });

  test('a repeated element is one when it says the same, and refused when it does not', () => {
    expect(fieldsOf(`${product}10A${GS}10A`)).toMatchObject({ elements: { length: 2 } });
    expect(fieldsOf(`${product}10A${GS}10B`)).toEqual({ reason: 'ai-repeated', ai: '10' });
  });

  test.each([
    [`${product}0512`, { reason: 'ai-unknown', ai: '0512' }],
    [`${product}10`, { reason: 'value-missing', ai: '10' }],
    [`${product}10A${GS}${GS}17270331`, { reason: 'ai-unknown', ai: `${GS}172` }],
    [`0109504000059${GS}10A`, { reason: 'value-too-short', ai: '01' }],
    [`${product}10${'A'.repeat(21)}${GS}17270331`, { reason: 'value-too-long', ai: '10' }],
    ['(01)09504000059101(05)1', { reason: 'ai-unknown', ai: '05' }],
    ['', { reason: 'value-missing' }],
    ['https://id.gs1.org/01/09504000059101/21/A/10/B', { reason: 'link-malformed' }],
    ['https://id.gs1.org/01/09504000059101?21=A', { reason: 'link-malformed' }],
  ])('is refused: %j', (text, refusal) => {
    expect(fieldsOf(text)).toEqual(refusal);
  });
});

describe('associations', () => {
  test.each([
    ['(10)ABC(17)270331', { reason: 'ai-missing-companion', ai: '10' }],
    ['(01)09504000059101(37)5', { reason: 'ai-forbidden-companion', ai: '01', companion: '37' }],
    ['(01)09504000059101(02)09504000059101', { reason: 'ai-forbidden-companion', ai: '02', companion: '01' }],
    ['(01)09504000059101(21)A(235)B', { reason: 'ai-forbidden-companion', ai: '21' }],
    ['(01)09504000059101(3102)000100(3103)000100', { reason: 'ai-forbidden-companion', ai: '3102' }],
    [
      '(01)09504000059101(250)X',
      { reason: 'ai-missing-companion', ai: '250', companion: '01+21,03+21,8006+21' },
    ],
    ['(8030)AAA(01)09504000059101', { reason: 'ai-missing-companion', ai: '8030' }],
  ])('%s is refused', (text, refusal) => {
    expect(fieldsOf(text)).toMatchObject(refusal);
  });

  test.each([
    '(01)09504000059101(21)S(250)X',
    '(01)09504000059101(3922)199(3103)000100',
    '(00)006141411234567890(02)09504000059101(37)5',
    '(253)9521321123458A(8030)AAA',
    '(8006)095040000591010102(10)A',
    '(255)9521321123458(3940)0050',
    '(8020)REF(415)9521321123458',
  ])('%s holds', (text) => {
    expect(read(text).ok).toBe(true);
  });
});

describe('a message whose separators were lost', () => {
  test.each([
    [`${product}21ABCDEFGHJKLMNPQRSTUV1727033110XYZ`, { serial: 'ABCDEFGHJKLMNPQRSTUV', lot: 'XYZ' }],
    [`${product}21ABCDEFGHJKLMNPQRSTUV0291727033110XYZ`, { serial: 'ABCDEFGHJKLMNPQRSTUV', lot: 'XYZ' }],
    [`${product}4222761727033110XYZ`, { lot: 'XYZ', expiry: '2027-03-31' }],
  ])('is read where only one cut is possible: %s', (text, fields) => {
    expect(fieldsOf(text)).toMatchObject(fields);
    expect(read(text).ok).toBe(true);
  });

  test.each([
    // Lot and expiry, or one long lot.
    `${product}10ABC17270331`,
    `${product}1727033110ABC12321SN0001`,
    // Two places where the serial may end.
    `${product}21ABCDEFGHJK91LMNPQRSTUV1727033110XYZ`,
  ])('is refused where two cuts are possible: %s', (text) => {
    expect(fieldsOf(text)).toEqual({ reason: 'separator-lost' });
  });

  test.each([`${product}1727033110AB2103`, `${product}1727033110217`, `${product}10EW2143`])(
    'is taken as it stands where nothing speaks for a loss: %s',
    (text) => {
      expect(read(text).ok).toBe(true);
    },
  );

  test('a space is a separator where an identifier follows, and else a character that no value may have', () => {
    expect(read('10A B')).toMatchObject({ refusal: { reason: 'character-foreign', ai: '10' } });
    expect(read(`${product}10A B`)).toMatchObject({ refusal: { reason: 'character-foreign', ai: '10' } });
    expect(read(`${product}10ABC 21S1`)).toMatchObject({ value: { lot: 'ABC', serial: 'S1' } });
  });

  test('raw bytes lost nothing: the message is taken as it stands', () => {
    expect(read(`${product}10ABC17270331`, true)).toMatchObject({ ok: true, value: { lot: 'ABC17270331' } });
  });

  test('a separator that came through elsewhere tells that none was lost', () => {
    expect(fieldsOf(`${product}21SERIAL${GS}10ABC17270331`)).toMatchObject({ lot: 'ABC17270331' });
  });
});

describe('whatever the elements', () => {
  test('an element string and the bracketed form say the same, there and back', () => {
    fc.assert(
      fc.property(medicineElements(), (elements) => {
        const fromString = read(writeElementString(elements), true);
        const fromBrackets = read(writeBracketed(elements), true);
        expect(fromString).toMatchObject({ ok: true, value: { elements } });
        expect(fromBrackets).toEqual(fromString);
      }),
    );
  });

  test('a leading and a trailing separator change nothing', () => {
    fc.assert(
      fc.property(medicineElements(), (elements) => {
        const text = writeElementString(elements);
        expect(read(`${GS}${text}${GS}`, true)).toEqual(read(text, true));
      }),
    );
  });

  test('with its separators lost, no code is read as another lot, serial or expiry', () => {
    const plain = fc.string({
      unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWX0123456789'),
      minLength: 5,
      maxLength: 20,
    });
    fc.assert(
      fc.property(medicineElements(plain), (elements) => {
        fc.pre(elements.every(({ ai }) => !['20', '240', '8200', '91'].includes(ai)));
        const sent = read(writeElementString(elements), true);
        const came = read(writeElementString(elements).replaceAll(GS, ''));
        if (!sent.ok || !came.ok) return;
        const swallowed = ['10', '21'].some((ai) => {
          const before = elements.find((element) => element.ai === ai)?.value;
          return (
            before !== undefined && came.value.elements.find((element) => element.ai === ai)?.value !== before
          );
        });
        expect(swallowed).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('dates', () => {
  test.each([
    [2026, 27, 2027],
    [2026, 76, 2076],
    [2026, 77, 1977],
    [2026, 0, 2000],
    [2051, 0, 2100],
    [2050, 0, 2100],
    [2049, 0, 2000],
    [2099, 5, 2105],
  ])('in %i, year %i is %i', (reference, twoDigits, year) => {
    expect(yearOfTwoDigits(twoDigits, reference)).toBe(year);
  });

  test('day 00 is the last day of the month, in leap years too', () => {
    expect(dateOfSixDigits('280200', 2026)).toBe('2028-02-29');
    expect(dateOfSixDigits('270400', 2026)).toBe('2027-04-30');
    expect(dateOfSixDigits('271300', 2026)).toBeUndefined();
  });
});

test.each([
  [`(01)${withCheckDigit('0415003752864')}`, '03752864'],
  ['(01)09504000059101(710)03752864', '03752864'],
  ['(01)09504000059101(710)03752865', undefined],
])('the pharmacy number of %s is %s', (text, pzn) => {
  const result = read(text);
  expect(result.ok && result.value.pzn).toBe(pzn);
});
