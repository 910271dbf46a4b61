import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { contactNames } from './person-form.ts';

type Details = PersonRecord['details'];

const names = ['familyName', 'givenName', 'birthDate', 'sex', ...contactNames, 'language'] as const;
export type DetailName = (typeof names)[number];

/** Each known detail with its label, in the order of the form. */
export function useDetailRows() {
  const { t } = useTranslation();
  const { date } = useFormats();
  const textOf = (details: Details, name: DetailName): string | undefined => {
    if (name === 'birthDate') return date(details.birthDate);
    if (name === 'sex') return details.sex && t(`people.sex.${details.sex}`);
    if (name === 'language') return t(`people.languages.${details.language}`);
    return details[name];
  };
  return (details: Details) =>
    names.flatMap((name) => {
      const value = textOf(details, name);
      return value ? [{ name, label: t(`people.fields.${name}`), value }] : [];
    });
}
