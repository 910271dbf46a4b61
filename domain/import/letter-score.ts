import { alphabetsNeeded, isOfOneAlphabet } from './alphabets.ts';

/**
 * How much the letters beyond ASCII of a text look like names: the right one of several ways to read the same bytes
 * has the most. Letters stand between others as they do in the languages that people here have their names from.
 */
export function letterScore(text: string): number {
  const words = wordsBeyondAscii(text);
  const score = words.reduce((sum, word) => sum + wordScore(word.normalize('NFC')), 0);
  // A list has names of few languages: a reading that needs more of them than another is the less likely one.
  return score - Math.max(0, alphabetsNeeded(words) - 1) * OTHER_LANGUAGE;
}

const OTHER_LANGUAGE = 2;

/** The words of a text that have a letter which ASCII has not. */
export function wordsBeyondAscii(text: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything of ASCII but its letters ends a word
  const words = text.split(/[\u0000-\u0040\u005b-\u0060\u007b-\u007f]+/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: whether there is anything beyond ASCII
  return words.filter((word) => /[^\u0000-\u007f]/.test(word));
}

function wordScore(word: string): number {
  if (/^(?:\p{Script=Cyrillic}+|\p{Script=Greek}+)$/u.test(word)) return otherScriptScore(word);
  const letters = [...word];
  let score = isOfOneAlphabet(word) ? 0 : -8;
  let foreign = 0;
  for (const [at, letter] of letters.entries()) {
    if (letter < '\u0080') {
      foreign = 0;
      continue;
    }
    foreign += 1;
    if (foreign > 2) score -= 4;
    score += signScore(letter, letters[at - 1], letters[at + 1]) + ofEstonian(letters, at);
  }
  return score;
}

/** Each letter counts half: in Latin scripts one in many is beyond ASCII. */
function otherScriptScore(word: string): number {
  const isCased = /^(\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.test(word);
  return isCased && vowelsElsewhere.test(word) ? word.length / 2 + 1 : -word.length;
}

const vowelsElsewhere = /[аеиоуыэюяіїєёαεηιουωάέήίόύώ]/i;

function signScore(letter: string, before: string | undefined, after: string | undefined): number {
  if (!/\p{L}/u.test(letter)) return /[’‘–]/.test(letter) ? 0 : -6;
  if (!/\p{Script=Latin}/u.test(letter)) return -6;
  const lower = letter.toLowerCase();
  let score = weights.get(lower) ?? 0;
  if (letter !== lower && before !== undefined && /\p{Ll}/u.test(before)) score -= 5;
  const [left, right] = [isVowel(before), isVowel(after)];
  if (isVowel(letter)) return score - (left ? 1 : 0) - (right ? 1 : 0) + habit(lower, before, after);
  return score - (left || right ? 0 : 3) + habit(lower, before, after);
}

/** Letters that share their byte with another one and are told apart only by where they stand. */
function habit(lower: string, before: string | undefined, after: string | undefined): number {
  switch (lower) {
    case 'ñ':
      return isVowel(after) ? 1 : -2;
    case 'ń':
      return isVowel(after) ? 0 : 1;
    case 'õ':
      return after === 'e' ? 3 : 0;
    case 'ß':
      return isVowel(before) ? 0 : -6;
    case 'ã':
      return after === undefined || 'oesi'.includes(after.toLowerCase()) ? 0 : -3;
    case 'ğ':
      return isVowel(before) ? 0 : -6;
    case 'ý':
      return after === undefined && /[nvlsrdtk]/.test(before ?? '') ? 2 : 0;
    default:
      return 0;
  }
}

/**
 * Estonian has õ in the first syllable alone, and no c, q, w, x, y, z; Hungarian, whose ő shares its byte in Windows-1250,
 * has some of them, or the accents that Estonian lacks, in nearly every name with an ő there.
 */
function ofEstonian(letters: readonly string[], at: number): number {
  const lower = letters[at]?.toLowerCase();
  if (lower !== 'õ' && lower !== 'ő') return 0;
  const isFirst = !letters.slice(0, at).some(isVowel);
  const isWritten = letters.every((letter, place) => place === at || /[abd-pr-väöüõőšž]/i.test(letter));
  if (!isFirst || !isWritten) return 0;
  return lower === 'õ' ? 2 : -2;
}

const weights = new Map<string, number>(
  (
    [
      ['äöüß', 3],
      ['éèçáíóúëïâêîôûàøåæãčřšžěůłąęćńśźżőűğşıñœāēīūė', 2],
      ['ýđťďňţățșąļķģņįųõùìòŕĺ', 1],
      ['ÿþð', -1],
    ] as const
  )
    .flatMap(([letters, weight]) => [...letters].map((letter) => [letter, weight] as const))
    // A dotted capital I in lower case has two signs.
    .concat([['i\u0307', 2]]),
);

function isVowel(letter: string | undefined): boolean {
  if (letter === undefined) return false;
  const [base = ''] = letter.toLowerCase().normalize('NFD');
  return /[aeiouyıæøœ]/.test(base);
}
