/** What a name says without titles, salutations and the name at birth, and whether anything but a salutation went. */
export interface UntitledName {
  readonly name: string;
  readonly hadTitle: boolean;
}

/** `Dr. Anna`, `Frau Anna`, `Schmitz, Dr.`, `Schmitz (geb. Meier)`: papers that are compared have none of it in a name. */
export function withoutTitles(written: string): UntitledName {
  if (oneWord.test(written)) return { name: written, hadTitle: false };
  const addressed = written.replace(/^(?:(?:Herrn?|Frau|Hr\.|Fr\.|Mr\.?|Mrs\.?|Ms\.?)\s+)+(?=\S)/i, '');
  const plain = addressed
    .replace(
      /[\s,]{1,9}(?:\(\s?geb(?:\.|oren[er]?)\s[^()]{0,200}\)|geb(?:\.|orene[r]?\s)\s?\S.{0,200})$/i,
      '',
    )
    .replace(leading, '')
    .replace(trailing, '')
    .trim();
  return plain === '' ? { name: written, hadTitle: false } : { name: plain, hadTitle: plain !== addressed };
}

/** Nothing can be taken off a word of one capital and small letters. */
const oneWord = /^[A-ZÄÖÜ][a-zäöüß]*$/;

const title =
  '(?:(?:Prof|Priv|Doz|PD|Dr|med|dent|vet|phil|rer|nat|jur|iur|habil|h\\.\\s?c|Dipl)\\.(?:-[\\p{L}]+\\.?)?|Dr|PD|Prof|Professor(?:in)?|Doktor)';
const leading = new RegExp(`^(?:${title}(?=[\\s\\p{Lu}])\\s*)+(?=\\p{L}{2}|\\p{Lu})`, 'u');
const trailing = new RegExp(
  `(?:,\\s{0,9}${title}(?:\\s{0,9}${title}){0,9}|\\s{1,9}Dr\\.(?:\\s{0,9}${title}){0,9})$`,
  'u',
);
