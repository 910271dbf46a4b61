import { colognePhonetic } from 'cologne-phonetic';

/** Given names repeat, and each takes two dozen replacements. */
const MOST_KEPT = 2_000;
const kept = new Map<string, string>();

/** How a folded word sounds (Kölner Phonetik). */
export function soundOfWord(word: string): string {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const sound = colognePhonetic(word);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, sound);
  return sound;
}
