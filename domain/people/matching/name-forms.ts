import { colognePhonetic } from 'cologne-phonetic';
import { withoutParticles, wordsOf } from '../search-key.ts';

/** One name as comparisons need it. */
export interface NameForms {
  /** Folded, words in one string: `mueller luedenscheidt`. Empty for no name. */
  readonly folded: string;
  readonly words: readonly string[];
  readonly sound: string;
}

/** The comparable forms of a name of any number of parts. */
export function nameForms(...parts: readonly (string | undefined)[]): NameForms {
  const words = withoutParticles(wordsOf(parts.filter((part) => part !== undefined).join(' ')));
  return { folded: words.join(' '), words, sound: words.map((word) => colognePhonetic(word)).join(' ') };
}
