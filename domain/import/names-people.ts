import type { ColumnMapping, ImportField } from './import-fields.ts';

/** Whether the columns say who a row is about: a name, in one cell or two, and a birth date. */
export function namesPeople(columns: ColumnMapping): boolean {
  const has = (...fields: ImportField[]) => fields.some((field) => columns.includes(field));
  if (has('nameAndBirthDate', 'nameGivenFirstAndBirthDate')) return true;
  return has('familyName', 'givenName', 'fullName', 'fullNameGivenFirst') && has('birthDate', 'birthYear');
}
