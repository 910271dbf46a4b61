import type { Language } from './bilingual.ts';
import type { BirthDate, PlainDate } from './plain-date.ts';

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as people read it: `23.11.2026` or `23 November 2026`; month- and year-only dates stay so. */
export function formatDate(date: PlainDate | BirthDate, language: Language): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year ?? '';
  if (language === 'de') return [day, month, year].filter((part) => part !== undefined).join('.');
  const name = englishMonths[Number(month) - 1] ?? '';
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
