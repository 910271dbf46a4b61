import type { Language } from './bilingual.ts';
import { type BirthDate, dayNumber, type PlainDate } from './plain-date.ts';

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

// Written out: the language data of a browser and of Node differ between versions.
const weekdays = {
  de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** A day with its weekday: `Montag, 23.11.2026` or `Monday, 23 November 2026`. */
export function formatDay(day: PlainDate, language: Language): string {
  // Day 0 of the count was a Thursday.
  return `${weekdays[language][(dayNumber(day) + 3) % 7]}, ${formatDate(day, language)}`;
}

/** A date as people read it: `23.11.2026` or `23 November 2026`; month- and year-only dates stay so. */
export function formatDate(date: PlainDate | BirthDate, language: Language): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year ?? '';
  if (language === 'de') return [day, month, year].filter((part) => part !== undefined).join('.');
  const name = englishMonths[Number(month) - 1] ?? '';
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The same where there is little room: `23.11.2026` or `23 Nov 2026`. */
export function formatShortDate(date: PlainDate | BirthDate, language: Language): string {
  return language === 'de'
    ? formatDate(date, language)
    : formatDate(date, language).replace(/[A-Z][a-z]+/, (month) => month.slice(0, 3));
}
