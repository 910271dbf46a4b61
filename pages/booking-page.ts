import type { Language } from '../domain/kernel/bilingual.ts';
import { escapeHtml } from '../domain/kernel/escape-html.ts';
import {
  type BookingPage,
  dayList,
  type FreeDay,
  type FreeTime,
  footOf,
  frame,
  headOf,
  noticeOf,
  type PageCentre,
  type SayBooking,
  sayBooking,
} from './booking-parts.ts';

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
  /** The recommended days, where none of them is free and other days are shown. */
  readonly outside?: string;
  /** What the schedule says where it has no date for somebody of that age, and the way to say another one. */
  readonly notDue?: { readonly sentence: string; readonly otherBirthDate: string };
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
    ...(page.outside ? [`<p>${say('outsideWindow', page.outside)}</p>`] : []),
    ...(page.notDue && page.days.length === 0
      ? [
          `<p class="notice">${say('notDue', page.notDue.sentence)}</p>`,
          `<p><a href="${escapeHtml(page.notDue.otherBirthDate)}">${say('otherBirthDate')}</a></p>`,
        ]
      : dayList(page.days, say, (time) => freeTime(time, say))),
    ...footOf(page.centre, say),
  ]);
}

function freeTime({ clock, free, link }: FreeTime, say: SayBooking): string {
  return `<a class="button" href="${escapeHtml(link)}">${escapeHtml(clock)} <span class="dim">${say('free', free)}</span></a>`;
}

/** The dates that are chosen already, and the way to choose them anew. */
export function chosenList(chosen: readonly string[], again: string | undefined, say: SayBooking): string[] {
  if (chosen.length === 0) return [];
  const items = chosen.map((words, index) => `<li>${say('date', index + 1)}: ${escapeHtml(words)}</li>`);
  return [
    `<ul class="dates">${items.join('\n')}</ul>`,
    ...(again ? [`<p><a href="${escapeHtml(again)}">${say('again')}</a></p>`] : []),
  ];
}
