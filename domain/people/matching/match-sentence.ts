import type { MatchReason } from './compare-persons.ts';

/** The same for somebody who is looked for; nothing where the name merely begins as it was typed: everybody sees that. */
export function hitSentence(reasons: readonly MatchReason[]): { de: string; en: string } | undefined {
  return reasons.every((reason) => reason === 'name-begins') ? undefined : matchSentence(reasons);
}

/** Why somebody is shown, in one short line: `gleiches Geburtsdatum, Name klingt gleich`. */
export function matchSentence(reasons: readonly MatchReason[]): { de: string; en: string } {
  return {
    de: reasons.map((reason) => words[reason].de).join(', '),
    en: reasons.map((reason) => words[reason].en).join(', '),
  };
}

const words: Readonly<Record<MatchReason, { readonly de: string; readonly en: string }>> = {
  'same-name': { de: 'gleicher Name', en: 'same name' },
  'name-similar': { de: 'Name fast gleich geschrieben', en: 'name spelled almost alike' },
  'name-sounds-alike': { de: 'Name klingt gleich', en: 'name sounds alike' },
  'name-partly-same': { de: 'Name teilweise gleich', en: 'name partly the same' },
  'name-begins': { de: 'Name beginnt so', en: 'name begins so' },
  'name-spaced': { de: 'Name nur anders zusammengeschrieben', en: 'name only spaced differently' },
  'names-swapped': { de: 'Vor- und Nachname vertauscht', en: 'given and family name swapped' },
  'same-birth-date': { de: 'gleiches Geburtsdatum', en: 'same birth date' },
  'birth-date-fits': { de: 'Geburtsdatum passt, soweit bekannt', en: 'birth date fits as far as known' },
  'day-month-swapped': { de: 'Tag und Monat vertauscht', en: 'day and month swapped' },
  'birth-date-similar': { de: 'Geburtsdatum fast gleich', en: 'birth date almost the same' },
  'same-phone': { de: 'gleiche Telefonnummer', en: 'same phone number' },
  'phone-begins': { de: 'Telefonnummer beginnt so', en: 'phone number begins so' },
  'same-email': { de: 'gleiche E-Mail-Adresse', en: 'same e-mail address' },
  'same-insurance-number': { de: 'gleiche Versichertennummer', en: 'same insurance number' },
  'same-pass-number': { de: 'gleiche Passnummer', en: 'same pass number' },
};
