import { hasGs1CheckDigit, hasGs1CheckPair, hasIbanCheckDigits } from './check-digits.ts';
import { countryLetters, countryNumbers, currencyNumbers, packageTypes } from './code-lists.ts';
import { isCouponCode, isPositiveOfferCoupon } from './coupon.ts';
import { dateOfEightDigits, dateOfSixDigits } from './gs1-date.ts';
import type { Gs1Reason } from './gs1-refusal.ts';

/** A test of one component's content, named as in the GS1 Barcode Syntax Dictionary. */
export interface ComponentCheck {
  readonly reason: Gs1Reason;
  passes(text: string, referenceYear: number): boolean;
}

export const componentChecks: ReadonlyMap<string, ComponentCheck> = new Map(
  Object.entries({
    csum: check('check-digit-wrong', hasGs1CheckDigit),
    csumalpha: check('check-digit-wrong', hasGs1CheckPair),
    // The shortest company prefix has four digits; the register of prefixes is not consulted.
    gcppos1: check('company-prefix-wrong', (text) => /^\d{4}/.test(text)),
    gcppos2: check('company-prefix-wrong', (text) => /^.\d{4}/.test(text)),
    yymmd0: check('date-invalid', (text, year) => dateOfSixDigits(text, year) !== undefined),
    yymmdd: check(
      'date-invalid',
      (text, year) => !text.endsWith('00') && dateOfSixDigits(text, year) !== undefined,
    ),
    yyyymmdd: check('date-invalid', (text) => !text.endsWith('00') && dateOfEightDigits(text) !== undefined),
    hhmi: check('time-invalid', (text) => /^([01]\d|2[0-3])[0-5]\d$/.test(text)),
    hh: check('time-invalid', (text) => /^([01]\d|2[0-3])$/.test(text)),
    mi: check('time-invalid', (text) => /^[0-5]\d$/.test(text)),
    ss: check('time-invalid', (text) => /^[0-5]\d$/.test(text)),
    iso3166: check('country-unknown', (text) => countryNumbers.has(text)),
    iso3166999: check('country-unknown', (text) => text === '999' || countryNumbers.has(text)),
    iso3166alpha2: check('country-unknown', (text) => countryLetters.has(text)),
    iso4217: check('currency-unknown', (text) => currencyNumbers.has(text)),
    iban: check(
      'check-digit-wrong',
      (text) => countryLetters.has(text.slice(0, 2)) && hasIbanCheckDigits(text),
    ),
    packagetype: check('package-type-unknown', (text) => packageTypes.has(text)),
    pcenc: check('percent-encoding-wrong', (text) => !/%(?![0-9A-Fa-f]{2})/.test(text)),
    couponcode: check('coupon-malformed', isCouponCode),
    couponposoffer: check('coupon-malformed', isPositiveOfferCoupon),
    iso5218: inRange((text) => /^[0129]$/.test(text)),
    winding: inRange((text) => /^[019]$/.test(text)),
    yesno: inRange((text) => /^[01]$/.test(text)),
    zero: inRange((text) => /^0+$/.test(text)),
    nonzero: inRange((text) => /[^0]/.test(text)),
    nozeroprefix: inRange((text) => !text.startsWith('0')),
    hasnondigit: inRange((text) => /\D/.test(text)),
    hyphen: inRange((text) => /^-+$/.test(text)),
    importeridx: inRange((text) => /^[-0-9A-Z_a-z]$/.test(text)),
    mediatype: inRange((text) => /^(0[1-9]|10|[89]\d)$/.test(text)),
    latitude: inRange((text) => Number(text) <= 1_800_000_000),
    longitude: inRange((text) => Number(text) <= 3_600_000_000),
    pieceoftotal: inRange(isPieceOfTotal),
    posinseqslash: inRange(isPositionInSequence),
  }),
);

function check(reason: Gs1Reason, passes: ComponentCheck['passes']): ComponentCheck {
  return { reason, passes };
}

function inRange(passes: (text: string) => boolean): ComponentCheck {
  return { reason: 'value-out-of-range', passes };
}

/** `0103`: piece 1 of 3, both halves of equal width. */
function isPieceOfTotal(text: string): boolean {
  const half = text.length / 2;
  const [piece, total] = [Number(text.slice(0, half)), Number(text.slice(half))];
  return Number.isInteger(half) && piece > 0 && piece <= total;
}

/** `1/3`: without leading zeros, the position not beyond the end. */
function isPositionInSequence(text: string): boolean {
  const parts = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text);
  return parts !== null && Number(parts[1]) <= Number(parts[2]);
}
