import { useTranslation } from 'react-i18next';
import type { CertificateView } from '../../../contracts/ipc/certificate-view.ts';
import { type PlainDate, parseBirthDate } from '../../../domain/kernel/plain-date.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** Whose certificate it is and what it proves, to hold against the person and their papers. */
export function CertificatePanel({ certificate }: { certificate: CertificateView }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const born = parseBirthDate(certificate.birthDate);
  const listDate = formats.date(certificate.trustListFrom.slice(0, 10) as PlainDate);
  return (
    <section className="desk-card" data-testid="certificate" data-counted={certificate.isCounted}>
      <h3>{t('certificate.title')}</h3>
      <p>
        <strong>
          {certificate.givenName} {certificate.familyName}
        </strong>{' '}
        · {t('person.born', { date: born ? formats.date(born) : certificate.birthDate })}
      </p>
      <ul className="desk-rows">
        {certificate.doses.map(({ ordinal, givenOn, product }) => (
          <li key={`${givenOn} ${product}`}>
            {ordinal === undefined
              ? t('certificate.dose', { date: formats.date(givenOn), product })
              : t('certificate.doseNumbered', { ordinal, date: formats.date(givenOn), product })}
          </li>
        ))}
      </ul>
      <p className="station-dim">
        {t('certificate.checked', { issuer: certificate.issuer, date: listDate })}
      </p>
      {certificate.isCounted && <p>{t('certificate.counted')}</p>}
    </section>
  );
}
