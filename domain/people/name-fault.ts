import { isPlaceholderName } from './placeholder-name.ts';

/** Why a text is no given or family name. */
export type NameFault = 'name-too-long' | 'character-unreadable' | 'name-not-a-name' | 'name-placeholder';

/** The longest names on record need less; what is longer is a slip or an attack. In characters as people count them. */
export const longestName = 100;

/** What speaks against a name, typed or from a list. Any script is welcome; signs that no papers show are not. */
export function nameFault(name: string): NameFault | undefined {
  if (name === '') return undefined;
  if (name.includes('\u{fffd}')) return 'character-unreadable';
  if (name.length > longestName && [...name].length > longestName) return 'name-too-long';
  if (notInNames.test(name) || !/\p{L}/u.test(name)) return 'name-not-a-name';
  return isPlaceholderName(name) ? 'name-placeholder' : undefined;
}

/** Control and direction characters, markup, signs of print and money, and pictures: U+202A to U+202E can make a name read as another. */
const notInNames =
  /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\p{Sc}\p{Sm}\p{So}\u202a-\u202e\u2066-\u2069?{}[\]\\@#%^*_†‡•…‰§¶¿¡«»]|(?!\d)\p{Extended_Pictographic}/u;
