import type { ImportField } from './import-fields.ts';
import { type RowFault, rowFault } from './row-fault.ts';

const MOST_IN_NAME = 100;

/** What speaks against a given and a family name. Any script is welcome; signs that no papers show are not. */
export function nameFaults(givenName: string, familyName: string): RowFault[] {
  if (givenName === '' && familyName === '') return [rowFault('name-missing')];
  return (
    [
      ['givenName', givenName],
      ['familyName', familyName],
    ] as const
  ).flatMap(([field, name]) => nameFault(field, name) ?? []);
}

function nameFault(field: ImportField, name: string): RowFault | undefined {
  if (name === '') return undefined;
  if (name.includes('\u{fffd}')) return rowFault('character-unreadable', field, name);
  if (name.length > MOST_IN_NAME) return rowFault('name-too-long', field, name);
  if (notInNames.test(name) || !/\p{L}/u.test(name)) return rowFault('name-not-a-name', field, shown(name));
  return undefined;
}

/** Control and direction characters, markup, and pictures: U+202A to U+202E can make a name read as another. */
const notInNames =
  /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\u202a-\u202e\u2066-\u2069<>{}[\]\\|=@#$%^*_~]|(?!\d)\p{Extended_Pictographic}/u;

/** What speaks against any other text. */
export function textFault(field: ImportField, text: string | undefined, most: number): RowFault | undefined {
  if (text === undefined) return undefined;
  if (text.length > most) return rowFault('text-too-long', field, text);
  if (/[\p{Cc}\u{fffd}\u202a-\u202e\u2066-\u2069]/u.test(text))
    return rowFault('character-unreadable', field, shown(text));
  return undefined;
}

/** Direction characters out: the sentence about them must itself be readable. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '·');
}
