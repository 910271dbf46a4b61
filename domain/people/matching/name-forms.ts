import { colognePhonetic } from 'cologne-phonetic';
import { foldName } from '../search-key.ts';

/** One name as comparisons need it. */
export interface NameForms {
  /** Folded, words in one string: `mueller luedenscheidt`. Empty for no name. */
  readonly folded: string;
  readonly words: readonly string[];
  readonly sound: string;
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

/** The comparable forms of a name of any number of parts. */
export function nameForms(...parts: readonly (string | undefined)[]): NameForms {
  const all = foldName(parts.filter((part) => part !== undefined).join(' ')).split(' ');
  const words = all.filter((word) => word !== '' && !particles.has(word));
  const kept = words.length > 0 ? words : all.filter((word) => word !== '');
  const folded = kept.join(' ');
  return { folded, words: kept, sound: kept.map((word) => colognePhonetic(word)).join(' ') };
}
