import { escapeHtml } from '../domain/kernel/escape-html.ts';
import type { Device } from './device-of.ts';
import { handOverTexts as texts } from './hand-over-texts.ts';
import { pageFrame } from './page-frame.ts';
import { qrSvg } from './qr-svg.ts';

/** The passes of a family on one phone. It names nobody: each pass by its number. */
export interface FamilyPage {
  readonly language: 'de' | 'en';
  readonly device: Device;
  readonly centre: { readonly name: string; readonly phone?: string };
  /** This page, whole: what the code for the phone holds. */
  readonly address: string;
  readonly otherLanguage: string;
  /** Until when, in words. */
  readonly expires: string;
  /** All of them in one file for Apple's wallet. */
  readonly bundle: string;
  /** Each with its own page, where the other ways are. */
  readonly passes: readonly { readonly shortNumber: string; readonly page: string }[];
}

/** Where a phone takes all passes of a family in one step, or goes to each by itself. Works without scripts. */
export function familyPage(page: FamilyPage): string {
  const say = (key: keyof typeof texts, value = '') =>
    escapeHtml(texts[key][page.language].replace(/%[a-z]/, () => value));
  const other = page.language === 'de' ? 'en' : 'de';
  const { phone } = page.centre;
  const isApple = page.device === 'apple';
  const bundle = [
    `<p>${say('familyLead')}</p>`,
    `<a class="button${isApple ? ' first' : ''}" href="${escapeHtml(page.bundle)}">` +
      `${say('familyApple', String(page.passes.length))}</a>`,
  ];
  const each = [
    `<h2>${say('familyEach')}</h2>`,
    '<ul>',
    ...page.passes.map(
      ({ shortNumber, page: own }) =>
        `<li><a class="button${isApple ? '' : ' first'}" href="${escapeHtml(own)}">${say('familyOne', shortNumber)}</a></li>`,
    ),
    '</ul>',
  ];
  const main = [
    `<header><p class="dim">${escapeHtml(page.centre.name)}</p>`,
    `<a href="${escapeHtml(page.otherLanguage)}" lang="${other}" hreflang="${other}">${say('language')}</a></header>`,
    `<h1>${say('familyTitle')}</h1>`,
    ...(page.device === 'other'
      ? [
          `<h2>${say('phoneTitle')}</h2>`,
          `<p>${say('phoneLead')}</p>`,
          `<div class="code">${qrSvg(page.address, say('qr'))}</div>`,
        ]
      : []),
    ...(page.device === 'android' ? [...each, ...bundle] : [...bundle, ...each]),
    `<p class="dim">${say('expires', page.expires)}</p>`,
    ...(phone ? [`<p class="dim">${say('help', phone)}</p>`] : []),
  ];
  return pageFrame({
    language: page.language,
    title: texts.familyTitle[page.language],
    main: main.join('\n'),
  });
}
