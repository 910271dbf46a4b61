import type { PlainDate } from '../../kernel/plain-date.ts';
import { hasGs1CheckDigit } from '../gs1/check-digits.ts';
import { dateOfEightDigits, dateOfSixDigits } from '../gs1/gs1-date.ts';
import type { PpnReason } from './ppn-refusal.ts';
import { pznOf } from './pzn.ts';

/** A data identifier of ISO/IEC 15418 as the IFA specification uses it on medicines. */
export interface DataIdentifier {
  readonly maxLength: number;
  check(value: string, referenceYear: number): PpnReason | undefined;
}

export const dataIdentifiers: ReadonlyMap<string, DataIdentifier> = new Map<string, DataIdentifier>([
  ['9N', { maxLength: 22, check: checkPpn }],
  ['1T', { maxLength: 20, check: () => undefined }],
  ['S', { maxLength: 20, check: () => undefined }],
  ['D', { maxLength: 6, check: (value, year) => when(ppnExpiryOf(value, year), 'date-invalid') }],
  ['14D', { maxLength: 8, check: (value) => when(dateOfEightDigits(value), 'date-invalid') }],
  ['16D', { maxLength: 8, check: (value) => when(dateOfEightDigits(value), 'date-invalid') }],
  ['8P', { maxLength: 14, check: checkGtin }],
]);

/** The last day of usability from `D`: YYMMDD, YYMM00 or YYMM, which mean the end of the month. */
export function ppnExpiryOf(value: string, referenceYear: number): PlainDate | undefined {
  return dateOfSixDigits(value.length === 4 ? `${value}00` : value, referenceYear);
}

/** The pharmacy number inside a product number of the German register (registration code 11). */
export function pznOfPpn(ppn: string): string | undefined {
  const parts = /^11(\d{8})\d{2}$/.exec(ppn);
  return pznOf(parts?.[1]);
}

/** Registration code, number and two check digits: characters weighted 2, 3, 4 ... modulo 97. */
function checkPpn(ppn: string): PpnReason | undefined {
  if (!/^[0-9A-Z]{2}[0-9A-Z]{1,18}\d{2}$/.test(ppn)) return 'character-foreign';
  let sum = 0;
  for (let i = 0; i < ppn.length - 2; i++) sum += ppn.charCodeAt(i) * (i + 2);
  if (String(sum % 97).padStart(2, '0') !== ppn.slice(-2)) return 'check-digit-wrong';
  return ppn.startsWith('11') ? when(pznOfPpn(ppn), 'check-digit-wrong') : undefined;
}

function checkGtin(gtin: string): PpnReason | undefined {
  if (!/^\d{14}$/.test(gtin)) return 'character-foreign';
  return hasGs1CheckDigit(gtin) ? undefined : 'check-digit-wrong';
}

function when(found: unknown, reason: PpnReason): PpnReason | undefined {
  return found === undefined ? reason : undefined;
}
