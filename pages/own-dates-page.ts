import { escapeHtml } from '../domain/kernel/escape-html.ts';
import {
  type BookingPage,
  dayList,
  type FreeDay,
  footOf,
  frame,
  headOf,
  noticeOf,
  type SayBooking,
  sayBooking,
} from './booking-parts.ts';

export interface OwnDate {
  readonly plannedDose: number;
  /** In words. */
  readonly at: string;
  readonly moveLink: string;
  /** Where it is asked whether it shall be cancelled. */
  readonly cancelLink: string;
  /** The centre closed that day, and the date was not cancelled yet. */
  readonly isClosedDay?: boolean;
  /** Where the questions before a dose are answered; absent where that is not possible now. */
  readonly questions?: { readonly link: string; readonly isAnswered: boolean };
}

/** A date that will not be kept, and what to do. */
export interface CancelledOwnDate {
  readonly plannedDose: number;
  /** In words. */
  readonly at: string;
  readonly why: 'closed' | 'asked';
  readonly isToCome: boolean;
  /** Where another date for the dose is chosen. */
  readonly chooseLink?: string;
  /** The date that the dose has instead, in words. */
  readonly instead?: string;
}

/** A dose that is still to come and has no date. */
export interface OpenDose {
  readonly dose: number;
  readonly chooseLink: string;
}

/** Free times for one dose; each posts to its link. */
export interface Choice {
  readonly dose: number;
  readonly days: readonly FreeDay[];
  /** The days to come that keep the distance to the other dose, in words; absent where any day will do, or all are over. */
  readonly window?: string;
  /** Those days are one alone. */
  readonly isOneDay?: boolean;
  /** The recommended days are over. */
  readonly isPassed: boolean;
  /** None of them is free: these are others that the schedule allows. */
  readonly isOutside: boolean;
  /** No day is left before the date of that later dose. */
  readonly tooSoonFor?: number;
  /** Places are free, but on no day that the other doses and dates allow. */
  readonly isNoneFitting: boolean;
}

export interface OwnDatesPage extends BookingPage {
  readonly dates: readonly OwnDate[];
  readonly cancelled: readonly CancelledOwnDate[];
  readonly openDoses: readonly OpenDose[];
  readonly choice?: Choice;
  readonly passLink: string;
}

export function ownDatesPage(page: OwnDatesPage): string {
  const say = sayBooking(page.language);
  const { dates, openDoses, choice } = page;
  return frame(page.language, 'datesTitle', [
    ...headOf(page, say),
    `<h1>${say('datesTitle')}</h1>`,
    ...noticeOf(page, say),
    ...(dates.length === 0 ? [`<p>${say('noDates')}</p>`] : []),
    '<ul>',
    ...dates.map((date) => ownDate(date, say)),
    ...openDoses.map(
      ({ dose, chooseLink }) =>
        `<li>${say('openDose', dose)}<a class="button first" href="${escapeHtml(chooseLink)}">${say('chooseNew')}</a></li>`,
    ),
    '</ul>',
    ...cancelledDates(page.cancelled, say),
    ...(choice ? chosenTimes(choice, say) : []),
    `<p><a href="${escapeHtml(page.passLink)}">${say('toPass')}</a></p>`,
    ...footOf(page.centre, say),
  ]);
}

export interface CancelPage extends BookingPage {
  readonly plannedDose: number;
  readonly at: string;
  /** The dates that stay, in words. */
  readonly staying: readonly { readonly plannedDose: number; readonly at: string }[];
  readonly action: string;
  readonly back: string;
}

/** Asks once, and says what will be cancelled and what stays. */
export function cancelPage(page: CancelPage): string {
  const say = sayBooking(page.language);
  return frame(page.language, 'cancelTitle', [
    ...headOf(page, say),
    `<h1>${say('cancelTitle')}</h1>`,
    `<p><strong>${say('date', page.plannedDose)}</strong>: ${escapeHtml(page.at)}</p>`,
    `<p>${say('cancelText')}</p>`,
    ...page.staying.map(
      ({ plannedDose, at }) => `<p>${say('stays', `${plannedDose}`)} ${escapeHtml(at)}</p>`,
    ),
    `<form method="post" action="${escapeHtml(page.action)}"><button class="button first" type="submit">${say('cancelNow')}</button></form>`,
    `<p><a href="${escapeHtml(page.back)}">${say('keep')}</a></p>`,
    ...footOf(page.centre, say),
  ]);
}

function cancelledDates(cancelled: readonly CancelledOwnDate[], say: SayBooking): string[] {
  if (cancelled.length === 0) return [];
  return [
    `<h2>${say('cancelledTitle')}</h2>`,
    '<ul>',
    ...cancelled.map(
      (date) =>
        `<li><strong>${say('date', date.plannedDose)}</strong>: <s>${escapeHtml(date.at)}</s><br>
${sentencesOf(date, say).join(' ')}</li>`,
    ),
    '</ul>',
  ];
}

function sentencesOf(
  { plannedDose, why, isToCome, chooseLink, instead }: CancelledOwnDate,
  say: SayBooking,
): string[] {
  return [
    say(why === 'closed' ? 'cancelledClosed' : 'cancelledAsked'),
    ...(isToCome ? [say('doNotCome')] : []),
    ...(instead !== undefined
      ? [say('cancelledInstead', instead)]
      : chooseLink !== undefined
        ? [`<br><a href="${escapeHtml(chooseLink)}">${say('chooseInstead', plannedDose)}</a>`]
        : why === 'closed'
          ? [say('cancelledCall')]
          : []),
  ];
}

function ownDate(
  { plannedDose, at, moveLink, cancelLink, isClosedDay, questions }: OwnDate,
  say: SayBooking,
): string {
  return `<li><strong>${say('date', plannedDose)}</strong>: ${escapeHtml(at)}<br>${isClosedDay ? `<strong>${say('closedDay')}</strong><br>` : ''}
<a href="${escapeHtml(moveLink)}" aria-label="${say('moveOf', plannedDose)}">${say('move')}</a> ·
<a href="${escapeHtml(cancelLink)}" aria-label="${say('cancelOf', plannedDose)}">${say('cancel')}</a>${questions ? questionsOf(questions, say) : ''}</li>`;
}

function questionsOf({ link, isAnswered }: NonNullable<OwnDate['questions']>, say: SayBooking): string {
  return `${isAnswered ? `<br>${say('questionsAnswered')}` : ''}
<a class="button${isAnswered ? '' : ' first'}" href="${escapeHtml(link)}">${say(isAnswered ? 'questionsAgain' : 'questions')}</a>`;
}

/** Choosing changes something, so each time is a button and not a link. */
function chosenTimes(choice: Choice, say: SayBooking): string[] {
  const { dose, days } = choice;
  const head = [`<h2 id="choose">${say('chooseDate', dose)}</h2>`];
  if (days.length === 0) return [...head, `<p>${whyNone(choice, say)}</p>`];
  return [
    ...head,
    ...noteOf(choice, say),
    ...dayList(
      days,
      say,
      ({ clock, link }, day) =>
        `<form method="post" action="${escapeHtml(link)}"><button class="button" type="submit" aria-label="${escapeHtml(`${day}, ${clock}`)}">${escapeHtml(clock)}</button></form>`,
    ),
  ];
}

function noteOf({ window, isOneDay, isPassed, isOutside }: Choice, say: SayBooking): string[] {
  if (isPassed) return [`<p>${say('windowPassed')}</p>`];
  if (window === undefined) return [];
  return [`<p>${say(isOutside ? 'outsideWindow' : isOneDay ? 'onDay' : 'inWindow', window)}</p>`];
}

function whyNone({ tooSoonFor, isNoneFitting }: Choice, say: SayBooking): string {
  if (tooSoonFor !== undefined) return say('nextTooSoon', tooSoonFor);
  return say(isNoneFitting ? 'noneFits' : 'noDate');
}
