import { useTranslation } from 'react-i18next';
import type { PersonBrief } from '../../contracts/ipc/person-brief.ts';
import { useFormats } from '../i18n/use-formats.ts';

/** Whom a dialog is about: a wrong person is noticed here or never. */
export function PersonLine({ person }: { person: PersonBrief }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <p data-testid="person-line">
      <strong>
        {person.givenName} {person.familyName}
      </strong>
      , {t('person.born', { date: formats.date(person.birthDate) })}
    </p>
  );
}
