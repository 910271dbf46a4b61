import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts';

/**
 * The day that six digits YYMMDD name; day 00 is the last day of the month.
 * The century is the one that brings the year nearest to `referenceYear`: up to 50 years ahead, 49 back
 * (GS1 General Specifications, 'Determination of century in dates').
 */
export function dateOfSixDigits(digits: string, referenceYear: number): PlainDate | undefined {
  if (!/^\d{6}$/.test(digits)) return undefined;
  const year = yearOfTwoDigits(Number(digits.slice(0, 2)), referenceYear);
  return dateOf(String(year), digits.slice(2, 4), digits.slice(4, 6));
}

/** The day that eight digits YYYYMMDD name; day 00 is the last day of the month. */
export function dateOfEightDigits(digits: string): PlainDate | undefined {
  if (!/^\d{8}$/.test(digits)) return undefined;
  return dateOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8));
}

export function yearOfTwoDigits(twoDigits: number, referenceYear: number): number {
  const century = referenceYear - (referenceYear % 100);
  const distance = twoDigits - (referenceYear % 100);
  if (distance >= 51) return century - 100 + twoDigits;
  if (distance <= -50) return century + 100 + twoDigits;
  return century + twoDigits;
}

function dateOf(year: string, month: string, day: string): PlainDate | undefined {
  if (day !== '00') return parsePlainDate(`${year}-${month}-${day}`);
  for (const last of ['31', '30', '29', '28']) {
    const date = parsePlainDate(`${year}-${month}-${last}`);
    if (date) return date;
  }
  return undefined;
}
