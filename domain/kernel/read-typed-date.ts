import { monthNames } from './month-names.ts';
import { addDays, daysBetween, type PlainDate, parsePlainDate } from './plain-date.ts';

/** What a field with a date holds. `isWhole`: nothing more can follow, so that it means this day while it is typed. */
export type TypedDate =
  | { readonly kind: 'empty' | 'unreadable' | 'no-such-day' }
  | { readonly kind: 'date'; readonly date: PlainDate; readonly isWhole: boolean };

const dayWords: Readonly<Record<string, number>> = {
  vorgestern: -2,
  gestern: -1,
  yesterday: -1,
  heute: 0,
  today: 0,
  morgen: 1,
  tomorrow: 1,
  übermorgen: 2,
};

/** Years that two digits may mean: up to so many ahead of this one, else a hundred earlier. */
const AHEAD_YEARS = 20;
const LONGEST_JUMP_DAYS = 3660;

interface Written {
  readonly year?: string;
  readonly month: string;
  readonly day: string;
}

/**
 * A day as people type it: `5.3.1961`, `05.03.61`, `050361`, `5/3/1961`, `5 March 1961`, `1961-03-05`, `5.3.` (the
 * nearest), `morgen`, `+14`. The day comes before the month, in both languages.
 */
export function readTypedDate(typed: string, today: PlainDate): TypedDate {
  const text = typed.trim().toLowerCase();
  if (text === '') return { kind: 'empty' };
  const jump = Object.hasOwn(dayWords, text) ? dayWords[text] : daysOf(text);
  if (jump !== undefined) return { kind: 'date', date: addDays(today, jump), isWhole: false };
  const written = writtenIn(text);
  if (!written) return { kind: 'unreadable' };
  const date = written.year === undefined ? nearest(written, today) : dateOf(written, today);
  if (!date) return { kind: 'no-such-day' };
  return { kind: 'date', date, isWhole: written.year?.length === 4 };
}

/**
 * The last day on which something may be used, as it is printed and typed: a day as above, or a month, which means its
 * last day: `03/2027`, `03.27`, `March 2027`. Two digits that may be a month are one (`3.12.` is a day).
 */
export function readTypedExpiry(typed: string, today: PlainDate): TypedDate {
  const month = monthIn(typed.trim().toLowerCase());
  if (!month) return readTypedDate(typed, today);
  const first = dateOf({ ...month, day: '1' }, today);
  if (!first) return { kind: 'no-such-day' };
  const [year = 0, number = 0] = first.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
  const firstOfNext = parsePlainDate(next);
  if (!firstOfNext) return { kind: 'no-such-day' };
  return { kind: 'date', date: addDays(firstOfNext, -1), isWhole: month.year?.length === 4 };
}

function monthIn(text: string): Omit<Written, 'day'> | undefined {
  const digits = /^(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})$/.exec(text);
  if (digits && (digits[2]?.length === 4 || !isMonth(digits[2])))
    return { month: digits[1] ?? '', year: digits[2] ?? '' };
  const named = /^(\p{L}{3,9})\.?,?\s*(\d{4})$/u.exec(text);
  const month = monthOf(named?.[1] ?? '');
  return month === undefined ? undefined : { month, year: named?.[2] ?? '' };
}

function daysOf(text: string): number | undefined {
  const days = /^([+-])\s?(\d{1,4})$/.exec(text);
  if (!days || Number(days[2]) > LONGEST_JUMP_DAYS) return undefined;
  return Number(`${days[1]}${days[2]}`);
}

function writtenIn(text: string): Written | undefined {
  const yearFirst =
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  const dayFirst =
    /^(\d{1,2})\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?(\d{4}|\d{2})|\s?\.)?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  const named = /^(\d{1,2})\.?\s*(\p{L}{3,9})\.?,?\s*(\d{4}|\d{2})?$/u.exec(text);
  const month = named ? monthOf(named[2] ?? '') : undefined;
  if (named && month) return withYear(named[3], month, named[1]);
  // Eight digits are read day first, and year first only where no day is: 20121996 is the 20th of December.
  if (dayFirst && (!yearFirst || isMonth(dayFirst[2])))
    return withYear(dayFirst[3], dayFirst[2], dayFirst[1]);
  return yearFirst ? withYear(yearFirst[1], yearFirst[2], yearFirst[3]) : undefined;
}

function withYear(year: string | undefined, month = '', day = ''): Written {
  return { month, day, ...(year === undefined ? {} : { year }) };
}

function isMonth(digits = ''): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12;
}

function monthOf(word: string): string | undefined {
  const index = monthNames.findIndex((names) => names.includes(word));
  return index < 0 ? undefined : String(index + 1);
}

function dateOf({ year = '', month, day }: Written, today: PlainDate): PlainDate | undefined {
  const latest = Number(today.slice(0, 4)) + AHEAD_YEARS;
  const full = year.length === 4 ? year : Number(`20${year}`) <= latest ? `20${year}` : `19${year}`;
  return parsePlainDate(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Without a year: around the turn of the year the one that is meant is rarely this one. */
function nearest(written: Written, today: PlainDate): PlainDate | undefined {
  const thisYear = Number(today.slice(0, 4));
  return [thisYear, thisYear + 1, thisYear - 1]
    .flatMap((year) => dateOf({ ...written, year: String(year) }, today) ?? [])
    .sort((one, other) => Math.abs(daysBetween(today, one)) - Math.abs(daysBetween(today, other)))[0];
}
