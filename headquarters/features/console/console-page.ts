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

/** A whole page for operators, headed by a text of ours. `parts` are markup that is safe already. */
export function consolePage(language: Language, title: ConsoleText, parts: readonly string[]): string {
  return headedPage(language, consoleTexts[title][language], parts);
}

/** The same, headed by what somebody entered: the name of a centre. */
export function headedPage(language: Language, heading: string, parts: readonly string[]): string {
  const say = consoleSay(language);
  return pageFrame({
    language,
    title: `${heading} · ${consoleTexts.title[language]}`,
    main: [
      `<header><p class="dim">${say('title')}</p></header>`,
      `<h1>${escapeHtml(heading)}</h1>`,
      ...parts,
    ].join('\n'),
  });
}

/** What was entered, by the names of the fields. */
export type TypedFields = Readonly<Record<string, string>>;

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'hidden' | 'number' | 'textarea';
  readonly value?: string | undefined;
  /** One of these is chosen. `label` is safe already. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly isOptional?: boolean;
  /** How it may be written. Safe already. */
  readonly hint?: string;
  readonly autocomplete?: string;
  /** Never sent back to the browser, as a password is not. */
  readonly isSecret?: boolean;
}

/** What a form's button says, safe already. A dangerous one ends something and must not look like the others. */
export interface FormButton {
  readonly submit: string;
  readonly isDangerous?: boolean;
  /** Beside the one that matters. */
  readonly isQuiet?: boolean;
}

/** The form that asks again: what was entered stands in its fields, secrets excepted. */
export function filled(fields: readonly FormField[], typed: TypedFields): FormField[] {
  return fields.map((field) =>
    field.type === 'password' || field.isSecret
      ? field
      : { ...field, value: typed[field.name] ?? field.value },
  );
}

/** A form that posts to our own server. `label` is safe already. */
export function formOf(
  action: string,
  fields: readonly FormField[],
  { submit, isDangerous = false, isQuiet = false }: FormButton,
): string {
  const look = isDangerous ? ' danger' : isQuiet ? '' : ' first';
  return [
    `<form method="post" action="${escapeHtml(action)}">`,
    ...fields.map(inputOf),
    `<button class="button${look}" type="submit">${submit}</button>`,
    '</form>',
  ].join('\n');
}

function inputOf(field: FormField): string {
  const { name, type = 'text', value = '', isOptional, autocomplete, options, hint } = field;
  const label = hint ? `${field.label} <span class="dim">${hint}</span>` : field.label;
  const required = isOptional ? '' : ' required';
  if (options)
    return labelled(label, `<select name="${name}">${options.map(optionOf(value)).join('')}</select>`);
  if (type === 'textarea')
    return labelled(label, `<textarea name="${name}" rows="4"${required}>${escapeHtml(value)}</textarea>`);
  const input = `<input name="${name}" type="${type}" value="${escapeHtml(value)}"${required}${
    autocomplete ? ` autocomplete="${autocomplete}"` : ''
  }>`;
  return type === 'hidden' ? input : labelled(label, input);
}

function labelled(label: string, input: string): string {
  return `<p><label>${label}<br>${input}</label></p>`;
}

function optionOf(chosen: string) {
  return ({ value, label }: { readonly value: string; readonly label: string }) =>
    `<option value="${escapeHtml(value)}"${value === chosen ? ' selected' : ''}>${label}</option>`;
}

/** One sentence that has to be read first. */
export function noticeOf(text: string): string {
  return `<p class="notice" role="alert">${text}</p>`;
}

export function languageOf(request: FastifyRequest): Language {
  return preferredLanguage(undefined, request.headers['accept-language']);
}

/** The texts of a form as they came, for the form that asks again. */
export function typedIn(request: FastifyRequest): TypedFields {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}
