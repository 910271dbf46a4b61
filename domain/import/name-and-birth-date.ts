import type { FieldValues, ImportField } from './import-fields.ts';

const day = '\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?(?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}';
const atEnd = new RegExp(`(?:${day})\\)?$`);

/** Whether a cell ends with a day, as one that holds a name and a birth date does. */
export function endsWithDay(cell: string): boolean {
  const found = atEnd.exec(cell.trim());
  return found !== null && /\p{L}/u.test(cell.slice(0, found.index));
}

const names = { nameAndBirthDate: 'fullName', nameGivenFirstAndBirthDate: 'fullNameGivenFirst' } as const;

/** `Berg, Anna, 12.03.1985`, `Berg, Anna (12.3.85)` and `Berg, Anna geb. 12.3.1985` as the two fields that they hold. */
export function withBirthDateApart(row: FieldValues): FieldValues {
  const field = row.has('nameAndBirthDate') ? 'nameAndBirthDate' : 'nameGivenFirstAndBirthDate';
  const cell = row.get(field);
  if (cell === undefined) return row;
  const found = atEnd.exec(cell);
  const name = cell
    .slice(0, found?.index)
    .replace(/(?:[(*]|\bgeb(?:\.|oren)?(?: am)?) ?$/i, '')
    .replace(/[ ,;/–-]{1,5}$/, '');
  const values = new Map<ImportField, string>(row);
  values.delete(field);
  if (!values.has(names[field])) values.set(names[field], name.trim());
  if (found && !values.has('birthDate')) values.set('birthDate', found[0].replace(')', ''));
  return values;
}
