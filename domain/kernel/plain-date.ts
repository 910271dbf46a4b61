import type { Branded } from './ids.ts';

/** A calendar day `YYYY-MM-DD`, without time or zone: no conversion can shift it. */
export type PlainDate = Branded<'PlainDate'>;

/** A birth date as papers have it: a day, a month (`YYYY-MM`) or only a year (`YYYY`). */
export type BirthDate = Branded<'BirthDate'>;

const MS_PER_DAY = 86_400_000;

/** The date, if the text is an existing day written `YYYY-MM-DD`. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return isExistingDay(year, month, day) ? (text as PlainDate) : undefined;
}

/** The birth date, if the text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and exists. */
export function parseBirthDate(text: string): BirthDate | undefined {
  if (/^\d{4}$/.test(text)) return text as BirthDate;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text as BirthDate;
  return parsePlainDate(text) === undefined ? undefined : (text as BirthDate);
}

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);
}

export function dateOfDayNumber(day: number): PlainDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Every day from one to another, both included; none when `to` comes first. */
export function daysFrom(from: PlainDate, to: PlainDate): PlainDate[] {
  const count = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}

/** Days from `from` to `to`: negative when `to` lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

function isExistingDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
}
