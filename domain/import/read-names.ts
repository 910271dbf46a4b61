import { accept, type Result, refuse } from '../kernel/result.ts';
import type { FieldValues } from './import-fields.ts';
import { type RowFault, rowFault } from './row-fault.ts';

interface Names {
  readonly givenName: string;
  readonly familyName: string;
}

/** Given and family name of a row, from two cells or from one; one cell is never split by a guess. */
export function readNames(row: FieldValues): Result<Names, RowFault> {
  const [givenName = '', familyName = ''] = [row.get('givenName'), row.get('familyName')];
  if (givenName !== '' || familyName !== '') return accept({ givenName, familyName });
  const field = row.has('fullNameGivenFirst') ? 'fullNameGivenFirst' : 'fullName';
  const whole = row.get(field) ?? '';
  const [family = '', given = '', ...more] = whole.split(',').map((part) => part.trim());
  if (more.length > 0) return refuse(rowFault('name-order-unclear', field, whole));
  if (given !== '') return accept({ givenName: given, familyName: family });
  if (!/\s/.test(family)) return accept({ givenName: '', familyName: family });
  return field === 'fullNameGivenFirst'
    ? accept(givenFirst(family))
    : refuse(rowFault('name-order-unclear', field, whole));
}

/** `Anna von der Heide`: the last word is the family name, with the particles before it. */
function givenFirst(whole: string): Names {
  const words = whole.replace(/^(?:(?:Dr|Prof|Herr|Frau)\.?\s+)+/i, '').split(/\s+/);
  let from = words.length - 1;
  while (from > 1 && particles.has(words[from - 1]?.toLowerCase() ?? '')) from -= 1;
  return { givenName: words.slice(0, from).join(' '), familyName: words.slice(from).join(' ') };
}

const particles = new Set(
  'von vom van der den de del della di da do dos du la le zu zum zur ter ten el al bin ibn ben ap'.split(' '),
);
