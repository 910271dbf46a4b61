import type { Language } from '../domain/kernel/bilingual.ts';
import { escapeHtml } from '../domain/kernel/escape-html.ts';
import { handOverTexts as texts } from './hand-over-texts.ts';
import { qrSvg } from './qr-svg.ts';

/** What every page says that a hand-over link opens. */
export interface LinkedPage {
  readonly language: Language;
  readonly centre: { readonly name: string; readonly phone?: string };
  /** This page, whole: what the code for the phone holds. */
  readonly address: string;
  /** The same page in the other language. */
  readonly otherLanguage: string;
  /** Until when, in words; absent for a page that stays. */
  readonly expires?: string;
}

export type Say = (key: keyof typeof texts, value?: string) => string;

/** A text in the language of the page, safe as markup, with its one value filled in. */
export function sayIn(language: LinkedPage['language']): Say {
  return (key, value = '') => escapeHtml(texts[key][language].replace(/\{\w+\}/, () => value));
}

export function headOf({ language, centre, otherLanguage }: LinkedPage, say: Say): string[] {
  const other = language === 'de' ? 'en' : 'de';
  return [
    `<header><p class="dim">${escapeHtml(centre.name)}</p>`,
    `<a href="${escapeHtml(otherLanguage)}" lang="${other}" hreflang="${other}">${say('language')}</a></header>`,
  ];
}

/** For a computer: the code with which a phone comes here. */
export function phoneBlock({ address }: LinkedPage, say: Say): string[] {
  return [
    `<h2>${say('phoneTitle')}</h2>`,
    `<p>${say('phoneLead')}</p>`,
    `<div class="code">${qrSvg(address, say('qr'))}</div>`,
  ];
}

export function footOf({ expires, centre: { phone } }: LinkedPage, say: Say): string[] {
  return [
    `<p class="dim">${expires === undefined ? say('keepPrivate') : say('expires', expires)}</p>`,
    ...(phone ? [`<p class="dim">${say('help', phone)}</p>`] : []),
  ];
}
