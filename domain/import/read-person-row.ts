import type { ProductId } from '../kernel/ids.ts';
import type { BirthDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { longestText, tidyDetails } from '../people/details-fault.ts';
import type { PersonDetails } from '../people/events.ts';
import { bookingState } from './booking-state.ts';
import { cellValues } from './cell-values.ts';
import { checkAppointments } from './check-appointments.ts';
import { nameFaults, textFault } from './check-texts.ts';
import type { DateOrder, FieldValues, ImportField, ReadingPlan } from './import-fields.ts';
import type { ImportedPerson } from './imported-person.ts';
import { withoutMidnight } from './midnight.ts';
import { readAppointments } from './read-appointments.ts';
import { type ReadCell, readEmail, readLanguage, readPhone } from './read-contact.ts';
import { readCountry } from './read-country.ts';
import { birthDateOf, readBirthDate } from './read-date.ts';
import { readNames } from './read-names.ts';
import { readIdentity, readInsuranceNumber } from './read-numbers.ts';
import { readPostcode } from './read-postcode.ts';
import { readSex } from './read-sex.ts';
import type { RowContext } from './row-context.ts';
import { type RowFault, rowFault } from './row-fault.ts';

/** A row of cells as a person with their dates, or everything that is wrong with it. */
export function readPersonRow(
  cells: readonly string[],
  plan: ReadingPlan,
  context: RowContext,
): Result<ImportedPerson, readonly RowFault[]> {
  const shape = shapeFault(cells, plan);
  if (shape) return refuse([shape]);
  const read = readPersonValues(cellValues(cells, plan), plan.dateOrder, context, plan.productId);
  if (isShort(cells, plan)) return ofShortRow(read);
  const open = read.ok ? nameToComplete(read.value, plan) : undefined;
  return read.ok && open ? accept({ ...read.value, leftOut: [open, ...(read.value.leftOut ?? [])] }) : read;
}

/** Whoever has one name alone is taken; where the list has a column for the other, somebody is to complete it. */
function nameToComplete({ details }: ImportedPerson, { columns }: ReadingPlan): RowFault | undefined {
  if (details.givenName === '' && columns.includes('givenName')) return rowFault('given-name-open');
  if (details.familyName === '' && columns.includes('familyName')) return rowFault('family-name-open');
  return undefined;
}

/** What a list says of one person, field by field, as a person with their dates, or everything that is wrong with it. */
export function readPersonValues(
  row: FieldValues,
  order: DateOrder,
  context: RowContext,
  productId?: ProductId,
): Result<ImportedPerson, readonly RowFault[]> {
  const faults: RowFault[] = [];
  const tell = (fault: RowFault | undefined) => {
    if (fault) faults.push(fault);
    return undefined;
  };
  const leftOut: RowFault[] = [];
  const leaveOut = (fault: RowFault | undefined) => {
    if (fault) leftOut.push(fault);
    return undefined;
  };
  const booking = bookingState(row);
  if (booking.fault) return refuse([booking.fault]);
  const details = readDetails(row, order, context, tell, leaveOut);
  const appointments = readAppointments(
    row,
    order,
    { ...context, productId, birthDate: details.birthDate },
    tell,
    leaveOut,
  );
  const externalId = readIdentity(row, 'externalId', leaveOut);
  if (faults.length === 0) faults.push(...checkAppointments(appointments, details.birthDate, context));
  if (faults.length > 0) return refuse(faults);
  return accept({
    ...(externalId ? { externalId } : {}),
    // As the record keeps them: what is read a second time is the same.
    details: tidyDetails(details),
    ...(row.has('language') && !leftOut.some(({ field }) => field === 'language')
      ? {}
      : { isLanguageAssumed: true as const }),
    appointments,
    ...(leftOut.length > 0 ? { leftOut } : {}),
  });
}

/** Whether there is nothing at all in a row. */
export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Nobody has lived longer but once; `01.01.1900` and `01.01.1904` are how lists write that they do not know. */
const OLDEST_YEARS = 120;

export type Tell = (fault: RowFault | undefined) => undefined;

/** Whether cells of columns that are read are missing: programs leave out empty ones at the end of a row. */
function isShort(cells: readonly string[], { columns }: ReadingPlan): boolean {
  return columns.slice(cells.length).some((field) => field !== undefined);
}

/** A row that lacks cells may also have lost one in its middle: it is taken only where all that is there reads well. */
function ofShortRow(
  read: Result<ImportedPerson, readonly RowFault[]>,
): Result<ImportedPerson, readonly RowFault[]> {
  if (!read.ok || read.value.leftOut) return refuse([rowFault('too-few-cells')]);
  return accept({ ...read.value, leftOut: [rowFault('cells-missing')] });
}

/** A row that is wider than the header has shifted somewhere: no cell of it can be trusted. */
function shapeFault(cells: readonly string[], { columns }: ReadingPlan): RowFault | undefined {
  if (!isEmptyRow(cells.slice(columns.length))) return rowFault('too-many-cells');
  return undefined;
}

function readDetails(
  row: FieldValues,
  order: DateOrder,
  context: RowContext,
  tell: Tell,
  leaveOut: Tell,
): PersonDetails {
  const named = readNames(row);
  if (!named.ok) tell(named.refusal);
  const { givenName, familyName } = named.ok ? named.value : { givenName: '', familyName: '' };
  if (named.ok) {
    for (const fault of nameFaults(givenName, familyName)) tell(fault);
    for (const fault of named.value.leftOut) leaveOut(fault);
  }
  const one = <Value>(
    field: ImportField,
    read: (text: string) => Value | undefined,
    reason: RowFault['reason'],
  ) => {
    const text = row.get(field);
    if (text === undefined) return undefined;
    const value = read(text);
    return value === undefined ? leaveOut(rowFault(reason, field, text)) : { [field]: value };
  };
  const text = (field: 'street' | 'city', ...parts: (string | undefined)[]) => {
    // An address of several lines stands in one cell.
    const found = parts.flatMap((part) => (part === undefined ? [] : [linesOf(part).join(', ')])).join(' ');
    const fault = textFault(field, found.replace(/\t/g, ' '), longestText);
    if (fault) return leaveOut(fault);
    return found === '' ? undefined : { [field]: found };
  };
  const first = (
    field: ImportField,
    read: (text: string) => ReadCell | undefined,
    reason: RowFault['reason'],
  ) => {
    const written = row.get(field);
    const found = written === undefined ? undefined : read(written);
    if (found?.hasMore) leaveOut(rowFault('only-first-kept', field, written));
    return one(field, () => found?.value, reason);
  };
  const postcode = readPostcode(row);
  return {
    givenName,
    familyName,
    birthDate: readBirth(row, order, context, tell) ?? ('' as BirthDate),
    ...one('sex', readSex, 'sex-unreadable'),
    ...first('email', readEmail, 'email-unreadable'),
    ...first('phone', readPhone, 'phone-unreadable'),
    ...text('street', row.get('street'), row.get('houseNumber')),
    ...(postcode.ok ? postcode.value : leaveOut(postcode.refusal)),
    ...text('city', row.get('city')),
    ...one('country', readCountry, 'country-unreadable'),
    ...readInsuranceNumber(row, leaveOut),
    language: 'de',
    ...one('language', readLanguage, 'language-unreadable'),
  };
}

function readBirth(
  row: FieldValues,
  order: DateOrder,
  { today, zone }: RowContext,
  tell: Tell,
): BirthDate | undefined {
  const whole = row.get('birthDate');
  const year = row.get('birthYear');
  if (whole === undefined && year === undefined) return tell(rowFault('birth-date-missing'));
  const one = whole === undefined ? undefined : readBirthDate(withoutMidnight(whole, zone), order, today);
  if (one && !one.ok) return tell(rowFault(one.refusal, 'birthDate', whole));
  const other =
    year === undefined ? undefined : birthDateOf(year, row.get('birthMonth'), row.get('birthDay'), today);
  if (other && !other.ok) {
    const found = [row.get('birthDay'), row.get('birthMonth'), year].filter(Boolean).join('.');
    return tell(rowFault(other.refusal, 'birthYear', found));
  }
  const [first, second] = [one?.value, other?.value];
  if (first && second && !first.startsWith(second) && !second.startsWith(first))
    return tell(rowFault('birth-dates-contradict', 'birthDate', `${first} / ${second}`));
  const birthDate = first && second ? (first.length > second.length ? first : second) : (first ?? second);
  if (birthDate && birthDate > today.slice(0, birthDate.length))
    return tell(rowFault('birth-date-in-future', 'birthDate', whole ?? year));
  if (birthDate && Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > OLDEST_YEARS)
    return tell(rowFault('birth-date-too-early', 'birthDate', whole ?? year));
  return birthDate;
}
