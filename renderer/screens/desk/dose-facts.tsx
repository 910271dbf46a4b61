import './dose-facts.css';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { DoseEntry } from './draft-dose.tsx';

/** Person, dose, lot and place, read together before anything is stored. */
export function DoseFacts({ card, entry }: { card: PersonCard; entry: DoseEntry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { person, product } = card;
  const expiry = parsePlainDate(entry.expiresOn ?? '');
  return (
    <dl className="desk-confirm" data-testid="review">
      <dt>{t('dose.person')}</dt>
      <dd>
        {person.givenName} {person.familyName}
      </dd>
      <dt>{t('dose.birthDate')}</dt>
      <dd>{formats.date(person.birthDate)}</dd>
      <dt>{t('dose.dose')}</dt>
      <dd>{t('person.dose', { ordinal: entry.ordinal })}</dd>
      <dt>{t('dose.product')}</dt>
      <dd>{product.name}</dd>
      <dt>{t('dose.lot')}</dt>
      <dd>{entry.lot}</dd>
      {expiry && (
        <>
          <dt>{t('dose.expires')}</dt>
          <dd>{formats.date(expiry)}</dd>
        </>
      )}
      <dt>{t('dose.site')}</dt>
      <dd>{t(`site.${entry.site}`)}</dd>
      {entry.indication && (
        <>
          <dt>{t('dose.indication')}</dt>
          <dd>{t(`indication.${entry.indication}`)}</dd>
        </>
      )}
      {entry.consent && (
        <>
          <dt>{t('consent.title')}</dt>
          <dd>{t('consent.said')}</dd>
        </>
      )}
    </dl>
  );
}
