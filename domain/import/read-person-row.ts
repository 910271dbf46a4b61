import type { ProductId } from '../kernel/ids.ts';
import { instantAt, instantOf, plainDateAt } from '../kernel/instant.ts';
import type { BirthDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { PersonDetails } from '../people/events.ts';
import { findProduct } from '../products/find-product.ts';
import { scheduleOf } from '../schedules/plain-schedules.ts';
import { otherCentre } from './centre-of-date.ts';
import { checkAppointments } from './check-appointments.ts';
import { nameFaults, textFault } from './check-texts.ts';
import type { DateOrder, FieldValues, ImportField, ReadingPlan } from './import-fields.ts';
import type { ImportedAppointment, ImportedPerson } from './imported-person.ts';
import { readCountry } from './read-country.ts';
import { birthDateOf, readBirthDate, readClock, readDay } from './read-date.ts';
import { productOfList, type RowContext } from './row-context.ts';
import { type RowFault, rowFault } from './row-fault.ts';

/** A row of cells as a person with their dates, or everything that is wrong with it. */
export function readPersonRow(
  cells: readonly string[],
  plan: ReadingPlan,
  context: RowContext,
): Result<ImportedPerson, readonly RowFault[]> {
  const shape = shapeFault(cells, plan);
  if (shape) return refuse([shape]);
  return readPersonValues(valuesOf(cells, plan), plan.dateOrder, context, plan.productId);
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
  const details = readDetails(row, order, context, tell, leaveOut);
  const appointments = readAppointments(row, order, { ...context, productId }, tell);
  const externalId = row.get('externalId');
  tell(textFault('externalId', externalId, 100));
  if (faults.length === 0) faults.push(...checkAppointments(appointments, details.birthDate, context));
  if (faults.length > 0) return refuse(faults);
  return accept({
    ...(externalId ? { externalId } : {}),
    details,
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

type Tell = (fault: RowFault | undefined) => undefined;

/** A row that is wider or narrower than the header has shifted somewhere: no cell of it can be trusted. */
function shapeFault(cells: readonly string[], { columns }: ReadingPlan): RowFault | undefined {
  if (cells.length < columns.length) return rowFault('too-few-cells');
  if (!isEmptyRow(cells.slice(columns.length))) return rowFault('too-many-cells');
  return undefined;
}

function valuesOf(cells: readonly string[], { columns }: ReadingPlan): FieldValues {
  const values = new Map<ImportField, string>();
  for (const [index, field] of columns.entries()) {
    const cell = cells[index]?.trim() ?? '';
    const text = /^="(.*)"$/.exec(cell)?.[1]?.trim() ?? cell;
    // Of two columns of one field (landline and mobile) the first that holds anything counts.
    if (field && !isNothing.test(text) && !values.has(field)) values.set(field, text);
  }
  return values;
}

/** What exports write where there is nothing. */
const isNothing = /^(?:null|n\/a|k\. ?a\.|-*)$/i;

function readDetails(
  row: FieldValues,
  order: DateOrder,
  context: RowContext,
  tell: Tell,
  leaveOut: Tell,
): PersonDetails {
  const [givenName, familyName] = [row.get('givenName') ?? '', row.get('familyName') ?? ''];
  for (const fault of nameFaults(givenName, familyName)) tell(fault);
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
  const text = (field: ImportField, most: number) => {
    const found = row.get(field);
    tell(textFault(field, found, most));
    return found === undefined ? undefined : { [field]: found };
  };
  const street = [row.get('street'), row.get('houseNumber')].filter((part) => part !== undefined).join(' ');
  tell(textFault('street', street, 200));
  return {
    givenName,
    familyName,
    birthDate: readBirth(row, order, context, tell) ?? ('' as BirthDate),
    ...one('sex', readSex, 'sex-unreadable'),
    ...one('email', readEmail, 'email-unreadable'),
    ...one('phone', readPhone, 'phone-unreadable'),
    ...(street ? { street } : {}),
    ...text('postcode', 12),
    ...text('city', 100),
    ...one('country', readCountry, 'country-unreadable'),
    ...text('insuranceNumber', 30),
    language: 'de',
    ...one('language', readLanguage, 'language-unreadable'),
  };
}

function readBirth(
  row: FieldValues,
  order: DateOrder,
  { today }: RowContext,
  tell: Tell,
): BirthDate | undefined {
  const whole = row.get('birthDate');
  const year = row.get('birthYear');
  if (whole === undefined && year === undefined) return tell(rowFault('birth-date-missing'));
  const one = whole === undefined ? undefined : readBirthDate(whole, order, today);
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
  if (birthDate && Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > 130)
    return tell(rowFault('birth-date-too-early', 'birthDate', whole ?? year));
  return birthDate;
}

function readAppointments(
  row: FieldValues,
  order: DateOrder,
  context: RowContext & { readonly productId: ProductId | undefined },
  tell: Tell,
): ImportedAppointment[] {
  const productId = readProduct(row, context, tell) ?? context.productId;
  const doseCount = scheduleOf(productId ?? productOfList(context))?.doseCount ?? 1;
  const first = readMoment(
    row,
    ['appointmentAt', 'appointmentDate', 'appointmentTime'],
    order,
    context,
    tell,
  );
  const second = readMoment(row, ['secondAt', 'secondDate', 'secondTime'], order, context, tell);
  const dose = row.get('plannedDose');
  const plannedDose = dose === undefined ? 1 : readDose(dose);
  if (plannedDose < 1 || plannedDose > doseCount || (second && plannedDose + 1 > doseCount))
    tell(rowFault('dose-unreadable', 'plannedDose', dose ?? String(plannedDose + 1)));
  if (second && !first) tell(rowFault('first-missing'));
  const externalId = row.get('appointmentId');
  tell(textFault('appointmentId', externalId, 100));
  tell(textFault('centre', row.get('centre'), 100));
  const centre = otherCentre(row.get('centre'), context);
  const at = { ...(productId ? { productId } : {}), ...(centre === undefined ? {} : { centre }) };
  return [
    ...(first ? [{ plannedDose, ...first, ...at, ...(externalId ? { externalId } : {}) }] : []),
    ...(second
      ? [
          {
            plannedDose: plannedDose + 1,
            ...second,
            ...at,
            ...(externalId ? { externalId: `${externalId}/2` } : {}),
          },
        ]
      : []),
  ];
}

function readDose(text: string): number {
  const word = /^(erst|zweit|dritt)(?:e |-)?(?:impfung|dosis)$/i.exec(text)?.[1]?.toLowerCase();
  if (word) return ['erst', 'zweit', 'dritt'].indexOf(word) + 1;
  return Number(/^(\d{1,2})\.?(\s*(dosis|impfung|dose))?$/i.exec(text)?.[1] ?? 0);
}

/** Somebody who is to get one vaccine is never booked for another: what is not known is refused. */
function readProduct(
  row: FieldValues,
  { activeProducts, vialCodes }: RowContext,
  tell: Tell,
): ProductId | undefined {
  const text = row.get('product');
  if (text === undefined) return undefined;
  return findProduct(text, activeProducts, vialCodes) ?? tell(rowFault('product-unknown', 'product', text));
}

function readMoment(
  row: FieldValues,
  [at, date, time]: readonly [ImportField, ImportField, ImportField],
  order: DateOrder,
  { zone }: RowContext,
  tell: Tell,
): Pick<ImportedAppointment, 'startsAt' | 'day'> | undefined {
  const both = row.get(at);
  const split =
    both === undefined
      ? undefined
      : /^(.*?\d)(?:[T,]\s*|\s+)(\d{1,2}[:.h]\d{2}.*|\d{1,2}\s*Uhr)$/i.exec(both);
  const dayText = row.get(date) ?? (split ? split[1] : both);
  const written = row.get(time) ?? split?.[2];
  const offset = /(?<=\d)(?:Z|[+-]\d{2}:?\d{2})$/i.exec(written ?? '')?.[0];
  const clockText = offset === undefined ? written : written?.slice(0, -offset.length);
  if (dayText === undefined)
    return clockText === undefined ? undefined : tell(rowFault('date-missing', time, clockText));
  const dayField = row.has(date) ? date : at;
  const day = readDay(dayText, order);
  if (!day) return tell(rowFault('date-unreadable', dayField, dayText));
  if (clockText === undefined) return tell(rowFault('time-missing', dayField, dayText));
  const clock = readClock(clockText);
  if (clock === undefined) return tell(rowFault('time-unreadable', row.has(time) ? time : at, clockText));
  if (offset === undefined) return { day, startsAt: instantAt(day, clock, zone) };
  const startsAt = instantOf(Date.parse(`${day}T${clock}:00${withColon(offset)}`));
  return { day: plainDateAt(startsAt, zone), startsAt };
}

function withColon(offset: string): string {
  return offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
}

function readSex(text: string): PersonDetails['sex'] | undefined {
  return sexes.get(text.toLowerCase());
}

const sexes = new Map<string, NonNullable<PersonDetails['sex']>>([
  ...['w', 'weiblich', 'f', 'female', 'frau', 'mrs', 'ms'].map((word) => [word, 'female'] as const),
  ...['m', 'männlich', 'maennlich', 'male', 'herr', 'mr'].map((word) => [word, 'male'] as const),
  ...['d', 'divers', 'x', 'diverse', 'other', 'non-binary'].map((word) => [word, 'diverse'] as const),
]);

function readEmail(text: string): string | undefined {
  return text.length <= 254 && /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[\p{L}\d-]{2,}$/u.test(text)
    ? text
    : undefined;
}

function readPhone(text: string): string | undefined {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 5 && digits <= 20 && /^[\d\s()+/.-]+$/.test(text) ? text : undefined;
}

function readLanguage(text: string): PersonDetails['language'] | undefined {
  const word = text.toLowerCase();
  if (/^(de|deu|ger|deutsch|german)([-_].*)?$/.test(word)) return 'de';
  return /^(en|eng|englisch|english)([-_].*)?$/.test(word) ? 'en' : undefined;
}
