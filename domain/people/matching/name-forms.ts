import { longestName } from '../name-fault.ts';
import { withoutParticles, wordsOf } from '../search-key.ts';
import { soundOfWord } from '../sound-of-word.ts';

/** One name as comparisons need it. */
export interface NameForms {
  /** Folded, words in one string: `mueller luedenscheidt`. Empty for no name. */
  readonly folded: string;
  readonly words: readonly string[];
  readonly sound: string;
}

/** The comparable forms of a name of any number of parts: of each as much as a name may have. */
export function nameForms(...parts: readonly (string | undefined)[]): NameForms {
  const told = parts.flatMap((part) => (part === undefined ? [] : [part.slice(0, longestName)]));
  const words = withoutParticles(wordsOf(told.join(' ')));
  return { folded: words.join(' '), words, sound: words.map(soundOfWord).join(' ') };
}
