import { type BirthDate, type PlainDate, parseBirthDate, parsePlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { DateOrder } from './import-fields.ts';

export type DateRefusal = 'date-unreadable' | 'century-unclear';

/** Nobody is older; who would be that old with 19 in front and a small child with 20 is asked for, not guessed. */
const OLDEST_YEARS = 110;
const CLEAR_FROM_YEARS = 97;

/** A birth date in any usual form: a day, a month with a year, or a year alone. */
export function readBirthDate(
  text: string,
  order: DateOrder,
  today: PlainDate,
): Result<BirthDate, DateRefusal> {
  const cell = withoutZeroClock(text);
  const asIso = parseBirthDate(cell);
  if (asIso) return accept(asIso);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(cell);
  if (compact) return birthDateOf(compact[1], compact[2], compact[3], today);
  const monthly = /^(\d{1,2})[./-](\d{4})$/.exec(cell);
  if (monthly) return birthDateOf(monthly[2], monthly[1], undefined, today);
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(cell);
  if (yearFirst) return birthDateOf(yearFirst[1], yearFirst[2], yearFirst[3], today);
  const parts = dayMonthYear(cell, order);
  return parts ? birthDateOf(parts.year, parts.month, parts.day, today) : refuse('date-unreadable');
}

/** A birth date from separate columns; a missing day or month leaves what is known. 00 stands for unknown. */
export function birthDateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: PlainDate,
): Result<BirthDate, DateRefusal> {
  if (year === undefined || !/^(\d{2}|\d{4})$/.test(year)) return refuse('date-unreadable');
  const full = year.length === 4 ? year : centuryOfBirth(Number(year), Number(today.slice(0, 4)));
  if (full === undefined) return refuse('century-unclear');
  const parts = [full];
  for (const part of [month, day]) {
    if (part === undefined || /^0{0,2}$/.test(part)) break;
    if (!/^\d{1,2}$/.test(part)) return refuse('date-unreadable');
    parts.push(part.padStart(2, '0'));
  }
  const date = parseBirthDate(parts.join('-'));
  return date ? accept(date) : refuse('date-unreadable');
}

/** The day of an appointment: two digits of a year are of this century. */
export function readDay(text: string, order: DateOrder): PlainDate | undefined {
  const cell = withoutZeroClock(text);
  const iso = parsePlainDate(cell);
  if (iso) return iso;
  const yearFirst = /^(\d{4})[./-]?(\d{1,2})[./-]?(\d{1,2})$/.exec(cell);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const parts = dayMonthYear(cell, order);
  return parts && dayOf(parts.year.length === 2 ? `20${parts.year}` : parts.year, parts.month, parts.day);
}

function withoutZeroClock(text: string): string {
  return text.trim().replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');
}

function dayMonthYear(cell: string, order: DateOrder) {
  const parts = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{2}|\d{4})$/.exec(cell);
  if (!parts) return undefined;
  const [, first = '', sign, second = '', year = ''] = parts;
  // With full stops no country writes the month first.
  return order === 'month-first' && sign !== '.'
    ? { day: second, month: first, year }
    : { day: first, month: second, year };
}

function dayOf(year = '', month = '', day = ''): PlainDate | undefined {
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function centuryOfBirth(twoDigits: number, thisYear: number): string | undefined {
  const candidates = [1800, 1900, 2000]
    .map((century) => century + twoDigits)
    .filter((year) => year <= thisYear && thisYear - year <= OLDEST_YEARS);
  const [older, younger] = candidates;
  if (younger === undefined) return older === undefined ? undefined : String(older);
  return older !== undefined && thisYear - older >= CLEAR_FROM_YEARS ? undefined : String(younger);
}
