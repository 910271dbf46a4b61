import { isDeceptiveName } from '../people/deceptive-name.ts';
import { nameFault } from '../people/name-fault.ts';
import type { ImportField } from './import-fields.ts';
import { type RowFault, rowFault } from './row-fault.ts';

/** What speaks against a given and a family name of a list: the same as at the desk. */
export function nameFaults(givenName: string, familyName: string): RowFault[] {
  if (givenName === '' && familyName === '') return [rowFault('name-missing')];
  const faults = (
    [
      ['givenName', givenName],
      ['familyName', familyName],
    ] as const
  ).flatMap(([field, name]) => {
    const fault = nameFault(name);
    if (fault === undefined) return [];
    return [rowFault(fault, field, fault === 'name-not-a-name' ? shown(name) : name)];
  });
  if (faults.length > 0 || !isDeceptiveName(givenName, familyName)) return faults;
  const field = isDeceptiveName(familyName) || !isDeceptiveName(givenName) ? 'familyName' : 'givenName';
  return [rowFault('name-deceptive', field, shown(field === 'familyName' ? familyName : givenName))];
}

/** What speaks against any other text. */
export function textFault(field: ImportField, text: string | undefined, most: number): RowFault | undefined {
  if (text === undefined) return undefined;
  if (text.length > most) return rowFault('text-too-long', field, text);
  if (/[\p{Cc}\u{fffd}\u202a-\u202e\u2066-\u2069]/u.test(text))
    return rowFault('character-unreadable', field, shown(text));
  return undefined;
}

/** Direction characters out: the sentence about them must itself be readable. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '·');
}
