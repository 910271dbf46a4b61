import fc from 'fast-check';
import type { Element } from '../../domain/scan/gs1/associations.ts';

const characters82 = [
  ...'!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
];

/** Text of the GS1 character set 82. */
export function gs1Text(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters82), minLength: 1, maxLength });
}

export function digits(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
}

export function gtin(): fc.Arbitrary<string> {
  return digits(13).map(withCheckDigit);
}

export function withCheckDigit(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++)
    sum += Number(body.charAt(body.length - 1 - i)) * (i % 2 === 0 ? 3 : 1);
  return body + String((10 - (sum % 10)) % 10);
}

const twoDigits = (low: number, high: number) =>
  fc.integer({ min: low, max: high }).map((number) => String(number).padStart(2, '0'));

/** A date of this decade as YYMMDD, with day 00 now and then. */
export function sixDigitDate(): fc.Arbitrary<string> {
  return fc.tuple(twoDigits(24, 35), twoDigits(1, 12), twoDigits(0, 28)).map((parts) => parts.join(''));
}

/** The elements of a medicine's code: GTIN first or not, the others in any order. */
export function medicineElements(text = gs1Text(20)): fc.Arbitrary<Element[]> {
  const others: [string, fc.Arbitrary<string>][] = [
    ['10', text],
    ['11', sixDigitDate()],
    ['17', sixDigitDate()],
    ['20', digits(2)],
    ['21', text],
    ['240', text],
    ['710', digits(8)],
    ['7003', sixDigitDate().map((date) => `${date.slice(0, 4)}151200`)],
    ['8200', gs1Text(70)],
    ['91', gs1Text(90)],
  ];
  const chosen = fc
    .shuffledSubarray(others)
    .chain((subset) => fc.tuple(...subset.map(([ai, value]) => value.map((made) => ({ ai, value: made })))));
  return fc
    .tuple(gtin(), chosen, fc.boolean())
    .map(([value, rest, isFirst]) =>
      isFirst ? [{ ai: '01', value }, ...rest] : [...rest, { ai: '01', value }],
    );
}
