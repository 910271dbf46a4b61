/** A span as numbers: months hold the years, days hold the weeks. */
export interface MonthsAndDays {
  readonly months: number;
  readonly days: number;
}

const monthsOf: Record<string, number> = { year: 12, month: 1 };
const daysOf: Record<string, number> = { week: 7, day: 1 };

/** The span, or undefined if the text is none: `6 weeks - 4 days`, `12 months + 4 weeks`, `2 years`. */
export function parseSpan(text: string): MonthsAndDays | undefined {
  if (!/^\d{1,5} (year|month|week|day)s?( [+-] \d{1,5} (year|month|week|day)s?)*$/.test(text))
    return undefined;
  let months = 0;
  let days = 0;
  for (const [, sign, count, unit = ''] of text.matchAll(/(?:([+-]) )?(\d{1,5}) (year|month|week|day)/g)) {
    const signed = sign === '-' ? -Number(count) : Number(count);
    months += signed * (monthsOf[unit] ?? 0);
    days += signed * (daysOf[unit] ?? 0);
  }
  return { months, days };
}

/** Adds months first, then days; a day that the month does not have becomes the first of the next month. */
export function addSpan(day: number, { months, days }: MonthsAndDays): number {
  if (months === 0) return day + days;
  const { year, month, dayOfMonth } = civilOf(day);
  const ahead = year * 12 + (month - 1) + months;
  const toYear = Math.floor(ahead / 12);
  const toMonth = (ahead % 12) + 1;
  const exists = dayOfMonth <= 28 || dayOfMonth <= lengthOfMonth(toYear, toMonth);
  return (exists ? dayOf(toYear, toMonth, dayOfMonth) : dayOf(toYear, toMonth + 1, 1)) + days;
}

/** The number of a day since 1970-01-01; a month 13 is the next January. */
export function dayOf(year: number, month: number, dayOfMonth: number): number {
  const carried = month > 12 ? year + 1 : year;
  const inYear = month > 12 ? month - 12 : month;
  const shifted = inYear <= 2 ? carried - 1 : carried;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (inYear + (inYear > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilOf(day: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
