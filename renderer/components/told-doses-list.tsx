import { useTranslation } from 'react-i18next';
import type { ToldLook } from '../../contracts/ipc/records-contract.ts';
import { Said } from '../../ui/said.tsx';
import { Table } from '../../ui/table.tsx';
import { useFormats } from '../i18n/use-formats.ts';

/** What was read: whom it is about, what is new, what is known already, what is not taken and why. */
export function ToldDosesList({ look }: { look: ToldLook }) {
  const { t } = useTranslation();
  const { date, language } = useFormats();
  const { patient, isSamePerson, doses, notTaken, recommendations } = look;
  const name = patient && `${patient.givenName} ${patient.familyName}`.trim();
  const born = patient?.birthDate && date(patient.birthDate);
  return (
    <div data-testid="told-look">
      <p>
        {name
          ? t('records.told.about', { name, born: born ?? t('records.told.noBirthDate') })
          : t('records.told.aboutNobody')}
      </p>
      {!isSamePerson && <Said tone="warning">{t('records.told.otherPerson')}</Said>}
      {doses.length > 0 && (
        <Table aria-label={t('records.told.title')}>
          <thead>
            <tr>
              <th scope="col">{t('records.day')}</th>
              <th scope="col">{t('records.product')}</th>
              <th scope="col">{t('records.lot')}</th>
              <th scope="col">{t('records.told.issuer')}</th>
              <th scope="col">{t('records.told.state')}</th>
            </tr>
          </thead>
          <tbody>
            {doses.map((dose, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the file does not change
              <tr key={index} data-known={dose.isKnown}>
                <td className="table-figure">{date(dose.givenOn)}</td>
                <td>
                  {dose.vaccine === ''
                    ? dose.disease[language]
                    : `${dose.vaccine} (${dose.disease[language]})`}
                </td>
                <td>{dose.lot}</td>
                <td>{dose.issuer}</td>
                <td>{t(dose.isKnown ? 'records.told.known' : 'records.told.new')}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {notTaken.length > 0 && (
        <>
          <h4>{t('records.told.notTaken')}</h4>
          <ul data-testid="told-not-taken">
            {notTaken.map(({ entry, sentence }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the file does not change
              <li key={index}>
                {entry !== '' && <strong>{entry}: </strong>}
                {sentence[language]}
              </li>
            ))}
          </ul>
        </>
      )}
      {recommendations.length > 0 && (
        <>
          <h4>{t('records.told.recommendations')}</h4>
          <ul data-testid="told-recommendations">
            {recommendations.map(({ vaccine, on, authority }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the file does not change
              <li key={index}>{[vaccine, on && date(on), authority].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
          <p className="station-dim">{t('records.told.recommendationsText')}</p>
        </>
      )}
    </div>
  );
}
