import { escapeHtml } from '../domain/kernel/escape-html.ts';
import { type BookingPage, footOf, frame, headOf, noticeOf, sayBooking } from './booking-parts.ts';
import type { BookingText } from './booking-texts.ts';

export interface BirthDatePage extends BookingPage {
  readonly product: string;
  readonly action: string;
  readonly typed: string;
  readonly fault?: BookingText;
}

/** Asked before the dates, where these depend on how old somebody is. */
export function birthDatePage(page: BirthDatePage): string {
  const { typed, fault } = page;
  const say = sayBooking(page.language);
  const about = fault ? 'birthDate-why birthDate-hint birthDate-fault' : 'birthDate-why birthDate-hint';
  const wrong = fault ? ' aria-invalid="true" autofocus' : '';
  return frame(page.language, 'title', [
    ...headOf(page, say),
    `<h1>${say('title')}</h1>`,
    ...noticeOf(page, say),
    `<p>${say('product', page.product)}</p>`,
    `<h2>${say('yourBirthDate')}</h2>`,
    `<p id="birthDate-why">${say('whyBirthDate')}</p>`,
    `<form method="post" action="${escapeHtml(page.action)}" novalidate>`,
    `<input type="hidden" name="language" value="${page.language}">`,
    `<p><label for="birthDate">${say('birthDate')}</label><span class="dim" id="birthDate-hint">${say('birthDateHint')}</span>`,
    fault ? `<span class="fault" id="birthDate-fault">${say(fault)}</span>` : '',
    `<input id="birthDate" name="birthDate" type="text" autocomplete="bday" required value="${escapeHtml(typed)}" aria-describedby="${about}"${wrong}></p>`,
    `<button class="button first" type="submit">${say('showDates')}</button>`,
    '</form>',
    ...footOf(page.centre, say),
  ]);
}
