import { dateOfSixDigits } from './gs1-date.ts';

/** Walks over digits; every step answers false once something does not fit. */
class Digits {
  private position = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.position === this.text.length;
  }

  /** The next digits, or undefined if there are too few. */
  take(count: number): string | undefined {
    if (this.position + count > this.text.length) return undefined;
    this.position += count;
    return this.text.slice(this.position - count, this.position);
  }

  /** One digit out of `allowed`. */
  oneOf(allowed: string): boolean {
    const digit = this.take(1);
    return digit !== undefined && allowed.includes(digit);
  }

  /** A length digit out of `allowed`, and as many digits as it says, `added` more. */
  sized(allowed: string, added: number): boolean {
    const digit = this.take(1);
    if (digit === undefined || !allowed.includes(digit)) return false;
    return this.take(Number(digit) + added) !== undefined;
  }

  /** The company prefix of a further purchase: none where its length digit is 9. */
  furtherPrefix(): boolean {
    if (!this.startsWith('9')) return this.sized('0123456', 6);
    return this.take(1) !== undefined;
  }

  startsWith(digit: string): boolean {
    return this.text.charAt(this.position) === digit;
  }

  /** Enters an optional field if its number comes next. */
  enters(field: string): boolean {
    return this.startsWith(field) && this.take(1) !== undefined;
  }
}

/** AI 8110: North American coupon code (GS1 US guideline 'using GS1 DataBar Expanded Symbols'). */
export function isCouponCode(text: string, referenceYear: number): boolean {
  if (!/^\d+$/.test(text)) return false;
  const digits = new Digits(text);
  const hasOffer = digits.sized('0123456', 6) && digits.take(6) !== undefined && digits.sized('12345', 0);
  if (!hasOffer || !isPurchase(digits)) return false;
  if (digits.enters('1') && !(digits.oneOf('0123') && isPurchase(digits) && digits.furtherPrefix()))
    return false;
  if (digits.enters('2') && !(isPurchase(digits) && digits.furtherPrefix())) return false;
  if (!areDatesInOrder(digits, referenceYear)) return false;
  if (digits.enters('5') && !digits.sized('0123456789', 6)) return false;
  if (digits.enters('6') && !digits.sized('1234567', 6)) return false;
  if (digits.enters('9')) {
    const isFilled =
      digits.oneOf('01256') && digits.oneOf('012') && digits.oneOf('0123456789') && digits.oneOf('01');
    if (!isFilled) return false;
  }
  return digits.isAtEnd;
}

/** AI 8112: coupon of a positive offer file: format, funder, offer, serial number. */
export function isPositiveOfferCoupon(text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  const digits = new Digits(text);
  if (!digits.oneOf('01') || !digits.sized('0123456', 6)) return false;
  return digits.take(6) !== undefined && digits.sized('0123456789', 6) && digits.isAtEnd;
}

/** Requirement with its length, requirement code and family code. */
function isPurchase(digits: Digits): boolean {
  return digits.sized('12345', 0) && digits.oneOf('012349') && digits.take(3) !== undefined;
}

function areDatesInOrder(digits: Digits, referenceYear: number): boolean {
  const expiry = digits.enters('3') ? (digits.take(6) ?? '') : undefined;
  const start = digits.enters('4') ? (digits.take(6) ?? '') : undefined;
  for (const date of [expiry, start])
    if (date !== undefined && (date.endsWith('00') || !dateOfSixDigits(date, referenceYear))) return false;
  return expiry === undefined || start === undefined || start <= expiry;
}
