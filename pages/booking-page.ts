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

interface BookingPage {
  readonly language: Language;
  /** This page in the other language. */
  readonly otherLanguage: string;
  readonly centre: PageCentre;
  readonly notice?: BookingText;
}

type SayBooking = (key: BookingText, value?: string | number) => string;

/** A text of these pages, safe as markup, with its one value filled in. */
export function sayBooking(language: Language): SayBooking {
  return (key, value = '') => escapeHtml(texts[key][language].replace('{value}', () => String(value)));
}

export function centresPage(page: {
  readonly language: Language;
  readonly centres: readonly (PageCentre & { readonly link: string })[];
}): string {
  const say = sayBooking(page.language);
  const items = page.centres.map(
    ({ name, address = '', link }) =>
      `<li><a href="${escapeHtml(link)}"><strong>${escapeHtml(name)}</strong></a> <span class="dim">${escapeHtml(address)}</span></li>`,
  );
  const list =
    items.length === 0
      ? `<p>${say('noCentre')}</p>`
      : `<p>${say('chooseCentre')}</p><ul>${items.join('\n')}</ul>`;
  return frame(page.language, 'title', [`<h1>${say('title')}</h1>`, list]);
}

export interface ChooseDatePage extends BookingPage {
  readonly product: string;
  /** Which date is chosen now, from 1. */
  readonly number: number;
  readonly days: readonly FreeDay[];
  /** Dates chosen already, in words. */
  readonly chosen: readonly string[];
  readonly again?: string;
}

export function chooseDatePage(page: ChooseDatePage): string {
  const say = sayBooking(page.language);
  return frame(page.language, 'title', [
    ...headOf(page, say),
    `<h1>${say('title')}</h1>`,
    ...noticeOf(page, say),
    `<p>${say('product', page.product)}</p>`,
    ...chosenList(page.chosen, page.again, say),
    `<h2>${say('chooseDate', page.number)}</h2>`,
    ...freeDays(page.days, say),
    ...footOf(page.centre, say),
  ]);
}

export interface DetailsPage extends BookingPage {
  readonly product: string;
  readonly chosen: readonly string[];
  readonly again: string;
  readonly action: string;
  readonly slotIds: readonly string[];
  /** What was typed before, by the names of the fields. */
  readonly typed: Readonly<Record<string, string>>;
}

const fields = [
  ['givenName', 'text', 'given-name', true],
  ['familyName', 'text', 'family-name', true],
  ['birthDate', 'date', 'bday', true],
  ['email', 'email', 'email', false],
  ['phone', 'tel', 'tel', false],
  ['street', 'text', 'street-address', false],
  ['postcode', 'text', 'postal-code', false],
  ['city', 'text', 'address-level2', false],
] as const;

export function detailsPage(page: DetailsPage): string {
  const say = sayBooking(page.language);
  const input = ([name, type, autocomplete, isRequired]: (typeof fields)[number]) =>
    `<p><label>${say(name)}<input name="${name}" type="${type}" autocomplete="${autocomplete}" value="${escapeHtml(page.typed[name] ?? '')}"${isRequired ? ' required' : ''}></label></p>`;
  return frame(page.language, 'title', [
    ...headOf(page, say),
    `<h1>${say('title')}</h1>`,
    ...noticeOf(page, say),
    `<p>${say('product', page.product)}</p>`,
    ...chosenList(page.chosen, page.again, say),
    `<h2>${say('person')}</h2>`,
    `<form method="post" action="${escapeHtml(page.action)}">`,
    ...page.slotIds.map((id) => `<input type="hidden" name="slot" value="${escapeHtml(id)}">`),
    `<input type="hidden" name="language" value="${page.language}">`,
    ...fields.map(input),
    `<p><label><input type="checkbox" name="mayMail" value="yes"${page.typed.mayMail ? ' checked' : ''}>${say('mayMail')}</label></p>`,
    `<p><label><input type="checkbox" name="consent" value="yes" required>${say('consent')}</label></p>`,
    `<button class="button first" type="submit">${say('book')}</button>`,
    '</form>',
    ...footOf(page.centre, say),
  ]);
}

export interface OwnDate {
  readonly plannedDose: number;
  /** In words. */
  readonly at: string;
  readonly moveLink: string;
  readonly cancelAction: string;
}

export interface OwnDatesPage extends BookingPage {
  readonly dates: readonly OwnDate[];
  /** Free times for the date that is being moved; each posts to `action`. */
  readonly moving?: { readonly plannedDose: number; readonly days: readonly FreeDay[] };
  readonly passLink: string;
}

export function ownDatesPage(page: OwnDatesPage): string {
  const say = sayBooking(page.language);
  const items = page.dates.map(
    ({ plannedDose, at, moveLink, cancelAction }) =>
      `<li><strong>${say('date', plannedDose)}</strong>: ${escapeHtml(at)}<br><a href="${escapeHtml(moveLink)}">${say('move')}</a>
<form method="post" action="${escapeHtml(cancelAction)}"><button class="button" type="submit">${say('cancel')}</button></form></li>`,
  );
  return frame(page.language, 'datesTitle', [
    ...headOf(page, say),
    `<h1>${say('datesTitle')}</h1>`,
    ...noticeOf(page, say),
    items.length === 0 ? `<p>${say('noDates')}</p>` : `<ul>${items.join('\n')}</ul>`,
    ...(page.moving
      ? [`<h2>${say('chooseDate', page.moving.plannedDose)}</h2>`, ...movingDays(page.moving.days, say)]
      : []),
    `<p><a href="${escapeHtml(page.passLink)}">${say('toPass')}</a></p>`,
    ...footOf(page.centre, say),
  ]);
}

function freeDays(days: readonly FreeDay[], say: SayBooking): string[] {
  if (days.length === 0) return [`<p>${say('noDate')}</p>`];
  return days.flatMap(({ day, times }) => [
    `<h3>${escapeHtml(day)}</h3>`,
    '<ul class="times">',
    ...times.map(
      ({ clock, free, link }) =>
        `<li><a href="${escapeHtml(link)}">${escapeHtml(clock)}</a> <span class="dim">${say('free', free)}</span></li>`,
    ),
    '</ul>',
  ]);
}

/** Moving changes something, so each time is a button and not a link. */
function movingDays(days: readonly FreeDay[], say: SayBooking): string[] {
  if (days.length === 0) return [`<p>${say('noDate')}</p>`];
  return days.flatMap(({ day, times }) => [
    `<h3>${escapeHtml(day)}</h3>`,
    ...times.map(
      ({ clock, link }) =>
        `<form method="post" action="${escapeHtml(link)}"><button class="button" type="submit">${escapeHtml(clock)}</button></form>`,
    ),
  ]);
}

function chosenList(chosen: readonly string[], again: string | undefined, say: SayBooking): string[] {
  if (chosen.length === 0) return [];
  const items = chosen.map((words, index) => `<li>${say('date', index + 1)}: ${escapeHtml(words)}</li>`);
  return [
    `<ul>${items.join('\n')}</ul>`,
    ...(again ? [`<p><a href="${escapeHtml(again)}">${say('again')}</a></p>`] : []),
  ];
}

function headOf({ language, otherLanguage, centre }: BookingPage, say: SayBooking): string[] {
  const other = language === 'de' ? 'en' : 'de';
  return [
    `<header><p class="dim">${escapeHtml([centre.name, centre.address].filter(Boolean).join(', '))}</p>`,
    `<a href="${escapeHtml(otherLanguage)}" lang="${other}" hreflang="${other}">${say('language')}</a></header>`,
  ];
}

function noticeOf({ notice }: BookingPage, say: SayBooking): string[] {
  return notice ? [`<p class="notice" role="alert">${say(notice)}</p>`] : [];
}

function footOf({ phone }: PageCentre, say: SayBooking): string[] {
  return phone ? [`<p class="dim">${say('help', phone)}</p>`] : [];
}

function frame(language: Language, title: BookingText, main: readonly string[]): string {
  return pageFrame({ language, title: texts[title][language], main: main.join('\n') });
}
