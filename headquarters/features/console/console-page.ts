import type { FastifyRequest } from 'fastify';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { escapeHtml } from '../../../domain/kernel/escape-html.ts';
import { languageOf as preferredLanguage } from '../../../pages/device-of.ts';
import { pageFrame } from '../../../pages/page-frame.ts';
import { type ConsoleText, consoleTexts } from './console-texts.ts';

export type SayInConsole = (key: ConsoleText) => string;

/** A text of the operator's pages, safe as markup. */
export function consoleSay(language: Language): SayInConsole {
  return (key) => escapeHtml(consoleTexts[key][language]);
}

/** A whole page for operators. `parts` are markup that is safe already. */
export function consolePage(language: Language, title: ConsoleText, parts: readonly string[]): string {
  const say = consoleSay(language);
  return pageFrame({
    language,
    title: `${consoleTexts[title][language]} · ${consoleTexts.title[language]}`,
    main: [`<header><p class="dim">${say('title')}</p></header>`, `<h1>${say(title)}</h1>`, ...parts].join(
      '\n',
    ),
  });
}

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'hidden' | 'date' | 'time' | 'number';
  readonly value?: string;
  readonly isOptional?: boolean;
  readonly autocomplete?: string;
}

/** A form that posts to our own server. `label` and `submit` are safe already. */
export function formOf(action: string, fields: readonly FormField[], submit: string): string {
  return [
    `<form method="post" action="${escapeHtml(action)}">`,
    ...fields.map(inputOf),
    `<button class="button first" type="submit">${submit}</button>`,
    '</form>',
  ].join('\n');
}

function inputOf({ name, label, type = 'text', value = '', isOptional, autocomplete }: FormField): string {
  const input = `<input name="${name}" type="${type}" value="${escapeHtml(value)}"${isOptional ? '' : ' required'}${
    autocomplete ? ` autocomplete="${autocomplete}"` : ''
  }>`;
  return type === 'hidden' ? input : `<p><label>${label}<br>${input}</label></p>`;
}

/** One sentence that has to be read first. */
export function noticeOf(text: string): string {
  return `<p class="notice" role="alert">${text}</p>`;
}

export function languageOf(request: FastifyRequest): Language {
  return preferredLanguage(undefined, request.headers['accept-language']);
}
