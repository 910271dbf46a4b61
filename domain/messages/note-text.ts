import type { Bilingual, Language } from '../kernel/bilingual.ts';
import { fillText } from '../kernel/fill-text.ts';
import type { MessageCentre } from './message-facts.ts';
import { type MessageText, oneLine } from './message-text.ts';
import { messageParts } from './message-texts.ts';

/** What a centre writes to many at once, in words of its own. */
export interface NoteFacts {
  readonly words: Bilingual;
  readonly language: Language;
  readonly person: { readonly givenName: string; readonly familyName: string };
  readonly centre: MessageCentre;
  /** The private page of the person. */
  readonly page: string;
}

/** The mail that carries it. The subject names the centre alone: it is read on lock screens and by the provider. */
export function noteText({ words, language, person, centre, page }: NoteFacts): MessageText {
  const filled = (text: Bilingual, values: Readonly<Record<string, string>>) =>
    oneLine(fillText(text[language], values));
  return {
    subject: filled(subject, { centre: centre.name }),
    greeting: filled(messageParts.greeting, { name: `${person.givenName} ${person.familyName}`.trim() }),
    blocks: [
      { lines: [{ text: oneLine(words[language]) }] },
      { lines: [{ text: messageParts.page[language], url: page }, { text: messageParts.private[language] }] },
    ],
    signature: [
      centre.name,
      ...(centre.street ? [centre.street] : []),
      ...(centre.phone ? [filled(messageParts.phone, { phone: centre.phone })] : []),
    ].map(oneLine),
  };
}

const subject: Bilingual = { de: 'Nachricht von {centre}', en: 'Message from {centre}' };
