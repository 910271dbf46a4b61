import type { Ages, Force } from './published.ts';

/** Days are texts `YYYY-MM-DD`, which are compared as they stand. */
export const firstDay = '0001-01-01';
export const lastDay = '9999-12-31';

/** Years, then months, then weeks and days; a day that a month does not have is the first of the next one. */
export function add(day: string, span: string): string {
  const steps = [...span.matchAll(/([+-]?)\s*(\d+)\s*(year|month|week|day)/g)].map(
    ([, sign, count, unit]) => ({
      count: Number(count) * (sign === '-' ? -1 : 1),
      unit,
    }),
  );
  const sumOf = (unit: string) =>
    steps.reduce((sum, step) => (step.unit === unit ? sum + step.count : sum), 0);
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const ahead = year * 12 + month - 1 + sumOf('year') * 12 + sumOf('month');
  const moved = utc(Math.floor(ahead / 12), (ahead % 12) + 1, dayOfMonth);
  if (moved.getUTCDate() !== dayOfMonth) moved.setUTCDate(1);
  moved.setUTCDate(moved.getUTCDate() + sumOf('week') * 7 + sumOf('day'));
  return moved.toISOString().slice(0, 10);
}

/** `2025-08-27`, `20250827`, or what it is where it is missing. */
export function dayOr(text: string | undefined, otherwise: string): string {
  return text ? text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') : otherwise;
}

export function isInForce({ effectiveDate, cessationDate }: Force, day: string): boolean {
  return dayOr(effectiveDate, firstDay) <= day && day <= dayOr(cessationDate, lastDay);
}

export function isWithin(born: string, { beginAge, endAge }: Ages, day: string): boolean {
  return (!beginAge || day >= add(born, beginAge)) && (!endAge || day < add(born, endAge));
}

export function latestOf(days: readonly string[]): string {
  return days.reduce((latest, day) => (day > latest ? day : latest), firstDay);
}

function utc(year: number, month: number, dayOfMonth: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  return date;
}
