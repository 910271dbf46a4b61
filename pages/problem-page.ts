import type { Bilingual, Language } from '../domain/kernel/bilingual.ts';
import { escapeHtml } from '../domain/kernel/escape-html.ts';
import { pageFrame } from './page-frame.ts';

export interface ProblemPage {
  readonly language: Language;
  readonly kind: keyof typeof sentences;
  /** Names the line of the log. */
  readonly logId?: string;
}

/** What a browser shows instead of a page: what happened and what to do, for whoever reads no problem documents. */
export function problemPage({ language, kind, logId }: ProblemPage): string {
  const { title, text } = sentences[kind];
  return pageFrame({
    language,
    title: title[language],
    main: [
      `<h1>${escapeHtml(title[language])}</h1>`,
      `<p>${escapeHtml(text[language])}</p>`,
      ...(logId === undefined
        ? []
        : [`<p class="dim">${escapeHtml(numbered[language])} ${escapeHtml(logId)}</p>`]),
    ].join('\n'),
  });
}

const numbered: Bilingual = { de: 'Kennzeichen der Störung:', en: 'Number of the fault:' };

const sentences = {
  'not-available': {
    title: { de: 'Gerade nicht erreichbar', en: 'Not available right now' },
    text: {
      de: 'Bitte laden Sie die Seite in einer Minute neu. Was bestätigt wurde, ist gespeichert; ohne Bestätigung bitte noch einmal eingeben.',
      en: 'Please reload the page in a minute. What was confirmed is kept; without a confirmation please enter it again.',
    },
  },
  'too-many-requests': {
    title: { de: 'Zu viele Anfragen', en: 'Too many requests' },
    text: {
      de: 'Von diesem Anschluss kamen in kurzer Zeit sehr viele Anfragen. Bitte versuchen Sie es in einer Minute noch einmal.',
      en: 'Very many requests came from this connection in a short time. Please try again in a minute.',
    },
  },
  'not-found': {
    title: { de: 'Diese Seite gibt es nicht', en: 'There is no such page' },
    text: {
      de: 'Bitte prüfen Sie, ob der Link vollständig ist. Ein persönlicher Link kann auch abgelaufen sein: Das Impfzentrum hilft weiter.',
      en: 'Please check whether the link is complete. A personal link may also have expired: the vaccination centre can help.',
    },
  },
  'not-valid': {
    title: { de: 'Das ließ sich nicht lesen', en: 'This could not be read' },
    text: {
      de: 'Bitte gehen Sie zurück und prüfen Sie die Eingaben.',
      en: 'Please go back and check what you entered.',
    },
  },
  'went-wrong': {
    title: { de: 'Da ist etwas schiefgegangen', en: 'Something went wrong' },
    text: {
      de: 'Bitte gehen Sie zurück und versuchen Sie es noch einmal. Bleibt es dabei, hilft das Impfzentrum weiter.',
      en: 'Please go back and try again. If it stays like this, the vaccination centre can help.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly title: Bilingual; readonly text: Bilingual }>>;
