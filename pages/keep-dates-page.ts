import { escapeHtml } from '../domain/kernel/escape-html.ts';
import { type BookingPage, footOf, frame, headOf, type SayBooking, sayBooking } from './booking-parts.ts';

export interface KeepDate {
  readonly plannedDose: number;
  /** In words. */
  readonly at: string;
}

export interface KeepDatesPage extends BookingPage {
  readonly staying: readonly KeepDate[];
  readonly ending: readonly KeepDate[];
  readonly action: string;
}

/** Asks once which dates stay and which end: opening a link ends nothing, since programs open links of mails, too. */
export function keepDatesPage(page: KeepDatesPage): string {
  const say = sayBooking(page.language);
  return frame(page.language, 'keepTitle', [
    ...headOf(page, say),
    `<h1>${say('keepTitle')}</h1>`,
    `<h2>${say('keepStaying')}</h2>`,
    ...listOf(page.staying, say),
    `<h2>${say('keepEnding')}</h2>`,
    ...listOf(page.ending, say),
    `<p>${say('keepText')}</p>`,
    `<form method="post" action="${escapeHtml(page.action)}"><button class="button first" type="submit">${say('keepNow')}</button></form>`,
    ...footOf(page.centre, say),
  ]);
}

/** What became of it. */
export function keptDatesPage(page: BookingPage & { readonly isDone: boolean }): string {
  const say = sayBooking(page.language);
  const title = page.isDone ? 'keptTitle' : 'keepOverTitle';
  return frame(page.language, title, [
    ...headOf(page, say),
    `<h1>${say(title)}</h1>`,
    `<p role="status">${say(page.isDone ? 'keptText' : 'keepOverText')}</p>`,
    ...footOf(page.centre, say),
  ]);
}

function listOf(dates: readonly KeepDate[], say: SayBooking): string[] {
  const item = ({ plannedDose, at }: KeepDate) =>
    `<li><strong>${say('date', plannedDose)}</strong>: ${escapeHtml(at)}</li>`;
  return ['<ul>', ...dates.map(item), '</ul>'];
}
