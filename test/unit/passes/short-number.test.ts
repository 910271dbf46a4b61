import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, type PassId } from '../../../domain/kernel/ids.ts';
import { parseShortNumber, shortNumberOf } from '../../../domain/passes/short-number.ts';
import { symbols } from '../../../domain/passes/symbols32.ts';

const passIds = fc
  .uint8Array({ minLength: 10, maxLength: 10 })
  .map((bytes) => idOf<PassId>(Buffer.from(bytes).toString('hex').toUpperCase()));
const places = [0, 1, 2, 3, 5, 6, 7, 9, 10, 11];

describe('the short number of a pass', () => {
  it('is the same for the same pass for ever', () => {
    expect(shortNumberOf(idOf<PassId>('0123456789ABCDEF0123'))).toBe('04HL-ARU-9M5');
  });

  it('is understood however it is typed', () => {
    fc.assert(
      fc.property(passIds, (passId) => {
        const number = shortNumberOf(passId);
        const loose = number.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'i');
        expect(parseShortNumber(number)).toEqual({ ok: true, value: number });
        expect(parseShortNumber(` ${loose} `)).toEqual({ ok: true, value: number });
      }),
    );
  });

  it('is refused when any one symbol is wrong', () => {
    fc.assert(
      fc.property(
        passIds,
        fc.constantFrom(...places),
        fc.constantFrom(...symbols),
        (passId, place, symbol) => {
          const number = shortNumberOf(passId);
          fc.pre(number[place] !== symbol);
          const wrong = number.slice(0, place) + symbol + number.slice(place + 1);
          expect(parseShortNumber(wrong)).toEqual({ ok: false, refusal: 'check-symbol-wrong' });
        },
      ),
    );
  });

  it('is refused when any two symbols are swapped', () => {
    fc.assert(
      fc.property(passIds, fc.constantFrom(...places), fc.constantFrom(...places), (passId, one, other) => {
        const letters = [...shortNumberOf(passId)];
        const [first = '', second = ''] = [letters[one], letters[other]];
        fc.pre(first !== second);
        letters[one] = second;
        letters[other] = first;
        expect(parseShortNumber(letters.join(''))).toEqual({ ok: false, refusal: 'check-symbol-wrong' });
      }),
    );
  });

  it.each([
    ['', 'length-wrong'],
    ['4F2K-9TB-30X1', 'length-wrong'],
    ['4F2K-9TB-3ÄX', 'symbol-foreign'],
  ])('refuses %j', (typed, reason) => {
    expect(parseShortNumber(typed)).toEqual({ ok: false, refusal: reason });
  });
});
