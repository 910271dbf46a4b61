import type { Language } from '../domain/kernel/bilingual.ts';
import { escapeHtml } from '../domain/kernel/escape-html.ts';
import { type BookingText, bookingTexts as texts } from './booking-texts.ts';
import { pageFrame } from './page-frame.ts';

export interface PageCentre {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
}

/** A time that can be chosen, with the address that chooses it. */
export interface FreeTime {
  readonly clock: string;
  readonly free: number;
  readonly link: string;
}

/** A day in words with its free times. */
export interface FreeDay {
  readonly day: string;
  readonly times: readonly FreeTime[];
}

export interface BookingPage {
  readonly language: Language;
  /** This page in the other language. */
  readonly otherLanguage: string;
  readonly centre: PageCentre;
  readonly notice?: BookingText;
}

export type SayBooking = (key: BookingText, value?: string | number) => string;

/** A text of these pages, safe as markup, with its one value filled in. */
export function sayBooking(language: Language): SayBooking {
  return (key, value = '') => escapeHtml(texts[key][language].replace('{value}', () => String(value)));
}

/** `1. Impfung: Mo., 30.11.2026, 09:00 Uhr`. */
export function doseDateWords(dose: number, moment: string, language: Language): string {
  return `${texts.date[language].replace('{value}', String(dose))}: ${moment}`;
}

export function headOf({ language, otherLanguage, centre }: BookingPage, say: SayBooking): string[] {
  const other = language === 'de' ? 'en' : 'de';
  return [
    `<header><p class="dim">${escapeHtml([centre.name, centre.address].filter(Boolean).join(', '))}</p>`,
    `<a href="${escapeHtml(otherLanguage)}" lang="${other}" hreflang="${other}">${say('language')}</a></header>`,
  ];
}

export function noticeOf({ notice }: BookingPage, say: SayBooking): string[] {
  return notice ? [`<p class="notice" role="alert">${say(notice)}</p>`] : [];
}

export function footOf({ phone }: PageCentre, say: SayBooking): string[] {
  return phone ? [`<p class="dim">${say('help', phone)}</p>`] : [];
}

/** Free times day by day, the first day open; a long list of days stays one that a thumb can pass. */
export function dayList(
  days: readonly FreeDay[],
  say: SayBooking,
  itemOf: (time: FreeTime, day: string) => string,
): string[] {
  if (days.length === 0) return [`<p>${say('noDate')}</p>`];
  return days.flatMap(({ day, times }, index) => [
    `<details class="day" name="day"${index === 0 ? ' open' : ''}>`,
    `<summary>${escapeHtml(day)} <span class="dim">${say(times.length === 1 ? 'oneTime' : 'times', times.length)}</span></summary>`,
    '<ul class="times">',
    ...times.map((time) => `<li>${itemOf(time, day)}</li>`),
    '</ul></details>',
  ]);
}

export function frame(language: Language, title: BookingText, main: readonly string[]): string {
  return pageFrame({ language, title: texts[title][language], main: main.join('\n') });
}
