import type { BirthDate } from '../kernel/plain-date.ts';

/** What an identity document shows and the desk can type from it. */
export interface Identity {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: BirthDate;
}

/**
 * The one text that a document and the record of the same person agree on: `MUELLER|JOERG|1950-01-02`.
 * Letters as the machine-readable zone of a passport has them (ICAO 9303: Ä as AE), accents and signs
 * dropped, only the first given name: papers differ in how many they list.
 */
export function identityText(identity: Identity): string {
  const given = identity.givenName.trim().split(/[\s-]+/u)[0] ?? '';
  return [lettersOf(identity.familyName), lettersOf(given), identity.birthDate].join('|');
}

const transliterations: Record<string, string> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  ẞ: 'SS',
  Å: 'AA',
  Æ: 'AE',
  Ø: 'OE',
  Œ: 'OE',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  Ħ: 'H',
  Ŧ: 'T',
};

function lettersOf(name: string): string {
  return name
    .normalize('NFC')
    .toUpperCase()
    .replace(/[ÄÖÜẞÅÆØŒÞÐĐŁĦŦ]/gu, (letter) => transliterations[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toUpperCase();
}
