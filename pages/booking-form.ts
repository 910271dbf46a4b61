import { escapeHtml } from '../domain/kernel/escape-html.ts';
import { chosenList } from './booking-page.ts';
import {
  type BookingPage,
  footOf,
  frame,
  headOf,
  noticeOf,
  type SayBooking,
  sayBooking,
} from './booking-parts.ts';
import type { BookingText } from './booking-texts.ts';

const fields = [
  ['givenName', 'text', 'given-name', true],
  ['familyName', 'text', 'family-name', true],
  ['birthDate', 'text', 'bday', true],
  ['email', 'email', 'email', false],
  ['phone', 'tel', 'tel', false],
  ['street', 'text', 'street-address', false],
  ['postcode', 'text', 'postal-code', false],
  ['city', 'text', 'address-level2', false],
] as const;

export type BookingField = (typeof fields)[number][0] | 'consent';

/** What is wrong with each field, where something is. */
export type FieldFaults = Readonly<Partial<Record<BookingField, BookingText>>>;

export interface DetailsPage extends BookingPage {
  readonly product: string;
  readonly chosen: readonly string[];
  readonly again: string;
  readonly action: string;
  readonly slotIds: readonly string[];
  /** Names this form: sent twice it is one booking. */
  readonly formKey: string;
  /** The birth date that the dates were chosen for, sealed. */
  readonly token?: string;
  /** From when a further dose is due that no date is open for. */
  readonly later?: string;
  /** What was typed before, by the names of the fields. */
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: FieldFaults;
}

export function detailsPage(page: DetailsPage): string {
  const say = sayBooking(page.language);
  const order: readonly BookingField[] = [...fields.map(([name]) => name), 'consent'];
  const wrong = order.filter((name) => page.faults[name] !== undefined);
  const wordsOf = (name: BookingField) => {
    const fault = page.faults[name];
    return fault === undefined ? undefined : say(fault);
  };
  return frame(page.language, 'title', [
    ...headOf(page, say),
    `<h1>${say('title')}</h1>`,
    ...noticeOf(page, say),
    ...summary(wrong, wordsOf, say),
    `<p>${say('product', page.product)}</p>`,
    ...chosenList(page.chosen, page.again, say),
    ...(page.later ? [`<p>${say('laterDose', page.later)}</p>`] : []),
    `<h2>${say('person')}</h2>`,
    `<form method="post" action="${escapeHtml(page.action)}" novalidate>`,
    `<input type="hidden" name="key" value="${escapeHtml(page.formKey)}">`,
    ...page.slotIds.map((id) => `<input type="hidden" name="slot" value="${escapeHtml(id)}">`),
    ...(page.token ? [`<input type="hidden" name="who" value="${escapeHtml(page.token)}">`] : []),
    `<input type="hidden" name="language" value="${page.language}">`,
    ...fields.map(([name, type, autocomplete, isRequired]) => {
      const hint =
        name === 'birthDate' ? `<span class="dim" id="${name}-hint">${say('birthDateHint')}</span>` : '';
      const attributes = `type="${type}" autocomplete="${autocomplete}" value="${escapeHtml(page.typed[name] ?? '')}"${isRequired ? ' required' : ''}`;
      const isFirst = name === wrong[0];
      return `<p><label for="${name}">${say(name)}</label>${hint}${faultOf(name, wordsOf)}<input id="${name}" name="${name}" ${attributes}${marks(name, wordsOf, isFirst)}></p>`;
    }),
    `<p><label><input type="checkbox" name="mayMail" value="yes"${page.typed.mayMail ? ' checked' : ''}>${say('mayMail')}</label></p>`,
    `<p>${faultOf('consent', wordsOf)}<label><input id="consent" type="checkbox" name="consent" value="yes" required${page.typed.consent === 'yes' ? ' checked' : ''}${marks('consent', wordsOf, wrong[0] === 'consent')}>${say('consent')}</label></p>`,
    `<button class="button first" type="submit">${say('book')}</button>`,
    '</form>',
    ...footOf(page.centre, say),
  ]);
}

type WordsOf = (name: BookingField) => string | undefined;

/** Every mistake at once, each with the way to its field. */
function summary(wrong: readonly BookingField[], wordsOf: WordsOf, say: SayBooking): string[] {
  if (wrong.length === 0) return [];
  return [
    '<div class="notice" role="alert">',
    `<p><strong>${say(wrong.length === 1 ? 'oneFault' : 'faults', wrong.length)}</strong></p>`,
    '<ul>',
    ...wrong.map((name) => `<li><a href="#${name}">${wordsOf(name) ?? ''}</a></li>`),
    '</ul></div>',
  ];
}

function faultOf(name: BookingField, wordsOf: WordsOf): string {
  const words = wordsOf(name);
  return words === undefined ? '' : `<span class="fault" id="${name}-fault">${words}</span>`;
}

function marks(name: BookingField, wordsOf: WordsOf, isFirst: boolean): string {
  const isWrong = wordsOf(name) !== undefined;
  const about = [...(name === 'birthDate' ? [`${name}-hint`] : []), ...(isWrong ? [`${name}-fault`] : [])];
  return [
    ...(isWrong ? [' aria-invalid="true"'] : []),
    ...(about.length > 0 ? [` aria-describedby="${about.join(' ')}"`] : []),
    ...(isWrong && isFirst ? [' autofocus'] : []),
  ].join('');
}
