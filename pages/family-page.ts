import { escapeHtml } from '../domain/kernel/escape-html.ts';
import type { Device } from './device-of.ts';
import { handOverTexts as texts } from './hand-over-texts.ts';
import { pageFrame } from './page-frame.ts';
import { footOf, headOf, type LinkedPage, phoneBlock, sayIn } from './page-parts.ts';

/** The passes of a family on one phone. It names nobody: each pass by its number. */
export interface FamilyPage extends LinkedPage {
  readonly device: Device;
  /** All of them in one file for Apple's wallet. */
  readonly bundle: string;
  /** Each with its own page, where the other ways are. */
  readonly passes: readonly { readonly shortNumber: string; readonly page: string }[];
}

/** Where a phone takes all passes of a family in one step, or goes to each by itself. Works without scripts. */
export function familyPage(page: FamilyPage): string {
  const { language, device, passes } = page;
  const say = sayIn(language);
  const isAndroid = device === 'android';
  const button = (isFirst: boolean, href: string, words: string) =>
    `<a class="button${isFirst ? ' first' : ''}" href="${escapeHtml(href)}">${words}</a>`;
  const together = [
    `<p>${say('familyLead')}</p>`,
    button(!isAndroid, page.bundle, say('familyApple', String(passes.length))),
  ];
  const each = [
    `<h2>${say('familyEach')}</h2>`,
    '<ul>',
    ...passes.map(
      ({ shortNumber, page: own }) => `<li>${button(isAndroid, own, say('familyOne', shortNumber))}</li>`,
    ),
    '</ul>',
  ];
  const main = [
    ...headOf(page, say),
    `<h1>${say('familyTitle')}</h1>`,
    ...(device === 'other' ? phoneBlock(page, say) : []),
    ...(isAndroid ? [...each, ...together] : [...together, ...each]),
    ...footOf(page, say),
  ];
  return pageFrame({ language, title: texts.familyTitle[language], main: main.join('\n') });
}
