import { textFault } from './check-texts.ts';
import type { FieldValues, ImportField } from './import-fields.ts';
import { type RowFault, rowFault } from './row-fault.ts';

type LeaveOut = (fault: RowFault | undefined) => undefined;

/** `4,91761E+11`: a spreadsheet kept the first digits alone, and many numbers have become this one. */
const rounded = /^[+-]?\d(?:[.,]\d+)?E[+-]?\d+$/i;

/** A number by which the other system tells people or dates apart; one that does not is left out and told. */
export function readIdentity(
  row: FieldValues,
  field: Extract<ImportField, 'externalId' | 'appointmentId'>,
  leaveOut: LeaveOut,
): string | undefined {
  const written = row.get(field);
  if (written === undefined) return undefined;
  if (rounded.test(written)) return leaveOut(rowFault('number-rounded', field, written));
  const fault = textFault(field, written, MOST_OF_IDENTITY);
  return fault ? leaveOut(fault) : written;
}

const MOST_OF_IDENTITY = 100;
const MOST_OF_INSURANCE = 30;

/** The number of an insured person, whatever country it is of; what is another kind of number, or none, is left out. */
export function readInsuranceNumber(row: FieldValues, leaveOut: LeaveOut): { insuranceNumber?: string } {
  const field = 'insuranceNumber';
  const written = row.get(field);
  if (written === undefined) return {};
  const fault = faultOfInsuranceNumber(written);
  if (fault === undefined) return { insuranceNumber: written };
  leaveOut(fault);
  return {};
}

function faultOfInsuranceNumber(written: string): RowFault | undefined {
  const field = 'insuranceNumber';
  const plain = written.replace(/[\s-]/g, '');
  if (rounded.test(written)) return rowFault('number-rounded', field, written);
  // An Institutionskennzeichen of an insurer (GKV-Spitzenverband: nine digits, class 10).
  if (/^10\d{7}$/.test(plain)) return rowFault('number-of-insurer', field, written);
  // Of a card (gematik: ICCSN, twenty digits, health and Germany in front): the next card has another.
  if (/^80276\d{15}$/.test(plain)) return rowFault('number-of-card', field, written);
  const tooLong = textFault(field, written, MOST_OF_INSURANCE);
  if (tooLong) return tooLong;
  return /\d.*\d.*\d/.test(written) ? undefined : rowFault('insurance-number-unreadable', field, written);
}
