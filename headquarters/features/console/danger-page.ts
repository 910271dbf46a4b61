import type { Language } from '../../../domain/kernel/bilingual.ts';
import { escapeHtml } from '../../../domain/kernel/escape-html.ts';
import { fillText } from '../../../domain/kernel/fill-text.ts';
import { consolePage, consoleSay, formOf } from './console-page.ts';
import { type ConsoleText, consoleTexts } from './console-texts.ts';

/** Something that ends what others rely on: what it is about, and what it means in numbers. */
export interface Danger {
  readonly title: ConsoleText;
  /** As the operator named it. */
  readonly subject: string;
  readonly means: readonly { readonly text: ConsoleText; readonly n?: number; readonly m?: number }[];
  /** What the button says. */
  readonly submit: ConsoleText;
}

/** Asks whether it shall be done. `action`: where the answer is posted; `back`: the page before. */
export function dangerPage(
  { title, subject, means, submit }: Danger,
  { language, action, back }: { readonly language: Language; readonly action: string; readonly back: string },
): string {
  const say = consoleSay(language);
  const sentences = means.map(({ text, ...numbers }) => {
    const filled = fillText(consoleTexts[text][language], numbersAsText(numbers));
    return `<p>${escapeHtml(filled)}</p>`;
  });
  return consolePage(language, title, [
    `<p><strong>${escapeHtml(subject)}</strong></p>`,
    ...sentences,
    formOf(action, [], { submit: say(submit), isDangerous: true }),
    `<p><a class="button" href="${escapeHtml(back)}">${say('dangerBack')}</a></p>`,
  ]);
}

function numbersAsText(numbers: { readonly n?: number; readonly m?: number }): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
}

/** A link that leads to such a question. */
export function dangerLink(action: string, label: string): string {
  return `<a class="button danger" href="${escapeHtml(action)}">${label}</a>`;
}
