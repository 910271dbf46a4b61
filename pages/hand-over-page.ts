import type { Language } from '../domain/kernel/bilingual.ts';
import { escapeHtml } from '../domain/kernel/escape-html.ts';
import type { Device } from './device-of.ts';
import { handOverTexts as texts } from './hand-over-texts.ts';
import { pageFrame } from './page-frame.ts';
import { footOf, headOf, type LinkedPage, phoneBlock, type Say, sayIn } from './page-parts.ts';

/** Everything the page shows. It names nobody: the pass does, and only to whoever takes it. */
export interface HandOverPage extends LinkedPage {
  readonly device: Device;
  readonly shortNumber: string;
  /** The dates that are booked, each in words, and where; left out where the page tells none. */
  readonly dates?: { readonly place: string; readonly words: readonly string[] };
  /** Dates that will not be kept, each in words, and why. */
  readonly cancelled?: readonly { readonly words: string; readonly why: 'closed' | 'asked' }[];
  /** Whether the pass in a phone's wallet follows the record by itself. */
  readonly isLive: boolean;
  readonly links: {
    readonly apple: string;
    readonly google?: string;
    readonly paper: string;
    readonly calendar?: string;
    /** Where the dates can be moved and cancelled. */
    readonly dates?: string;
  };
}

type Way = 'apple' | 'google' | 'paper' | 'calendar' | 'dates';

/** The page where a phone or computer finds its own way to the pass. Works without scripts. */
export function handOverPage(page: HandOverPage): string {
  const say = sayIn(page.language);
  const first = firstWay(page);
  const others = (['apple', 'google', 'paper', 'calendar', 'dates'] as const).filter(
    (way) => way !== first && page.links[way] !== undefined && !(way === 'calendar' && page.dates),
  );
  const main = [
    ...headOf(page, say),
    `<h1>${say('title')}</h1>`,
    `<p class="number">${say('number')}<span class="whole">${escapeHtml(page.shortNumber)}</span></p>`,
    ...bookedDates(page, say),
    ...cancelledDates(page, say),
    ...(page.device === 'other' ? phoneBlock(page, say) : []),
    `<p>${say(leads[first])}</p>`,
    `<a class="button first" href="${escapeHtml(page.links[first] ?? '')}">${say(first)}</a>`,
    `<p>${say(page.isLive ? 'live' : 'snapshot')}</p>`,
    `<h2>${say('others')}</h2>`,
    '<ul>',
    ...others.map((way) => `<li><a href="${escapeHtml(page.links[way] ?? '')}">${say(way)}</a></li>`),
    '</ul>',
    ...footOf(page, say),
  ];
  return pageFrame({ language: page.language, title: texts.title[page.language], main: main.join('\n') });
}

function bookedDates({ dates, links }: HandOverPage, say: Say): string[] {
  if (!dates) return [];
  return [
    `<section class="dates"><h2>${say('datesTitle')}</h2>`,
    '<ul>',
    ...dates.words.map((words) => `<li><strong>${escapeHtml(words)}</strong></li>`),
    '</ul>',
    `<p>${escapeHtml(dates.place)}</p>`,
    ...(links.calendar ? [`<p><a href="${escapeHtml(links.calendar)}">${say('calendar')}</a></p>`] : []),
    '</section>',
  ];
}

function cancelledDates({ cancelled = [], links }: HandOverPage, say: Say): string[] {
  if (cancelled.length === 0) return [];
  return [
    `<section class="dates"><h2>${say('cancelledTitle')}</h2>`,
    '<ul>',
    ...cancelled.map(
      ({ words, why }) =>
        `<li><strong><s>${escapeHtml(words)}</s></strong><br>${say(why === 'closed' ? 'cancelledClosed' : 'cancelledAsked')}</li>`,
    ),
    '</ul>',
    ...(links.dates ? [`<p><a href="${escapeHtml(links.dates)}">${say('cancelledNext')}</a></p>`] : []),
    '</section>',
  ];
}

/** What anybody gets for a link that is not in force, and for anything else: nothing tells one from the other. */
export function gonePage(language: Language): string {
  return plainPage(language, texts.goneTitle[language], texts.goneText[language]);
}

export function busyPage(language: Language): string {
  return plainPage(language, texts.busyTitle[language], texts.busyText[language]);
}

/** For a phone whose card is not at Google yet, while Google does not answer. */
export function googleLaterPage(language: Language): string {
  return plainPage(language, texts.busyTitle[language], texts.googleLater[language]);
}

const leads = { apple: 'appleLead', google: 'googleLead', paper: 'paperLead' } as const;

function firstWay({ device, links }: HandOverPage): Exclude<Way, 'calendar' | 'dates'> {
  if (device === 'apple') return 'apple';
  return device === 'android' && links.google ? 'google' : 'paper';
}

function plainPage(language: Language, title: string, text: string): string {
  return pageFrame({ language, title, main: `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(text)}</p>` });
}
