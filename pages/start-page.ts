import type { Bilingual, Language } from '../domain/kernel/bilingual.ts';
import { escapeHtml } from '../domain/kernel/escape-html.ts';
import { pageFrame } from './page-frame.ts';

export interface StartPage {
  readonly language: Language;
  readonly booking: string;
  readonly signIn: string;
}

/** What stands at the root of headquarters: the ways to its pages. */
export function startPage({ language, booking, signIn }: StartPage): string {
  const say = (text: Bilingual) => escapeHtml(text[language]);
  const main = [
    `<h1>${say(texts.title)}</h1>`,
    `<p>${say(texts.bookLead)}</p>`,
    `<a class="button first" href="${escapeHtml(booking)}">${say(texts.book)}</a>`,
    `<h2>${say(texts.operators)}</h2>`,
    `<p><a href="${escapeHtml(signIn)}">${say(texts.signIn)}</a></p>`,
  ];
  return pageFrame({ language, title: texts.title[language], main: main.join('\n') });
}

const texts = {
  title: { de: 'Impftermine und Impfpässe', en: 'Vaccination appointments and passes' },
  bookLead: {
    de: 'Hier buchen Sie Ihre Impftermine. Ihren Impfpass finden Sie über den Link, den Sie bei der Buchung oder am Empfang bekommen haben.',
    en: 'This is where you book your vaccinations. You find your pass by the link that you got when you booked, or at the desk.',
  },
  book: { de: 'Impftermin buchen', en: 'Book a vaccination' },
  operators: { de: 'Für die Verwaltung', en: 'For administrators' },
  signIn: { de: 'Bei der Zentrale anmelden', en: 'Sign in to headquarters' },
} as const satisfies Readonly<Record<string, Bilingual>>;
