import type { Language } from '../kernel/bilingual.ts';
import { clockTimeAt, type Instant, plainDateAt, type TimeZone } from '../kernel/instant.ts';
import { type BirthDate, dayNumber, type PlainDate } from '../kernel/plain-date.ts';

/** `23.11.2026` or `23 Nov 2026`; a birth date of which only month or year is known reads shorter. */
export function dateWords(date: PlainDate | BirthDate, language: Language): string {
  const [year = '', month, day] = date.split('-');
  if (language === 'de') return [day, month, year].filter(Boolean).join('.');
  const monthName = month && months.slice(3 * Number(month) - 3, 3 * Number(month));
  return [day && String(Number(day)), monthName, year].filter(Boolean).join(' ');
}

/** `Mo., 23.11.2026, 09:00 Uhr` or `Mon 23 Nov 2026, 09:00`, by the centre's clock. */
export function momentWords(at: Instant, zone: TimeZone, language: Language): string {
  const day = plainDateAt(at, zone);
  const weekday = (dayNumber(day) + 3) % 7;
  const clock = clockTimeAt(at, zone);
  return language === 'de'
    ? `${weekdays.de[weekday]}., ${dateWords(day, 'de')}, ${clock} Uhr`
    : `${weekdays.en[weekday]} ${dateWords(day, 'en')}, ${clock}`;
}

// Written out: the language data of a browser and of Node differ between versions, a pass must not.
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const weekdays = {
  de: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
