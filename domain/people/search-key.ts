import type { PersonDetails } from './events.ts';

/** `mueller anna`: what a name is found by, family name first. */
export function searchKeyOf({
  givenName,
  familyName,
}: Pick<PersonDetails, 'givenName' | 'familyName'>): string {
  return foldName(`${familyName} ${givenName}`);
}

/** Lower case without accents, umlauts written out, everything else than letters and digits as one space. */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
