import type { PersonDetails } from './events.ts';
import { phoneKeyOf } from './phone-key.ts';
import { soundOfWord } from './sound-of-word.ts';

type Named = Pick<PersonDetails, 'givenName' | 'familyName'>;

/** What one person is looked up by. An empty key is in no index. */
export interface SearchKeys {
  /** `mueller anna`: family name first. */
  readonly familyFirst: string;
  /** `anna mueller`, without the particles of the family name. */
  readonly givenFirst: string;
  /** `weiss anna` for Anna Müller-Weiß, `heide maria` for Maria von der Heide. */
  readonly secondFamily: string;
  /** `peter mueller` for Hans-Peter Müller. */
  readonly secondGiven: string;
  /** `657 06`: how both names sound, family name first. */
  readonly sound: string;
  readonly phone: string;
  readonly email: string;
  readonly insuranceNumber: string;
}

export function searchKeysOf(details: PersonDetails): SearchKeys {
  const familyWords = wordsOf(details.familyName);
  const given = wordsOf(details.givenName);
  const family = withoutParticles(familyWords);
  return {
    familyFirst: [...familyWords, ...given].join(' '),
    givenFirst: [...given, ...family].join(' '),
    secondFamily: secondFamilyKey(familyWords, family, given),
    secondGiven: given.length > 1 ? [...given.slice(1), ...family].join(' ') : '',
    sound: soundKeyOf(family[0] ?? '', given[0] ?? ''),
    phone: (details.phone && phoneKeyOf(details.phone)) || '',
    email: details.email?.trim().toLowerCase() ?? '',
    insuranceNumber: details.insuranceNumber ? insuranceKeyOf(details.insuranceNumber) : '',
  };
}

/** `mueller anna`: what a name is found by, family name first. */
export function searchKeyOf({ givenName, familyName }: Named): string {
  return foldName(`${familyName} ${givenName}`);
}

/** How the first words of both names sound (Kölner Phonetik), as `SearchKeys.sound` has it. */
export function soundKeyOf(family: string, given: string): string {
  if (family === '' && given === '') return '';
  return `${soundOfWord(family)} ${soundOfWord(given)}`;
}

export function insuranceKeyOf(number: string): string {
  return number.replace(/[\s-]/g, '').toUpperCase();
}

/** Particles that papers write, leave out or put behind: they tell nobody apart. */
const particles = new Set([
  'von',
  'van',
  'der',
  'den',
  'de',
  'zu',
  'zum',
  'zur',
  'vom',
  'di',
  'da',
  'al',
  'el',
]);

export function isParticle(word: string): boolean {
  return particles.has(word);
}

/** The words without their particles; all of them where nothing else is left. */
export function withoutParticles(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !isParticle(word));
  return kept.length > 0 ? kept : words;
}

/** The words of a name, folded. */
export function wordsOf(name: string): string[] {
  return foldName(name)
    .split(' ')
    .filter((word) => word !== '');
}

/** Lower case without accents, umlauts written out, everything else than letters and digits as one space. */
export function foldName(text: string): string {
  if (isPlain.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøłđðþı]/g, (letter) => written[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Most names are: what it takes to fold the others would change nothing in them. */
const isPlain = /^[ -~]*$/;

/** Letters that no decomposition takes apart, as people without the key type them. */
const written: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function secondFamilyKey(all: readonly string[], kept: readonly string[], given: readonly string[]): string {
  if (kept.length > 1) return [...kept.slice(1), ...given].join(' ');
  return all.length > kept.length ? [...kept, ...given].join(' ') : '';
}
