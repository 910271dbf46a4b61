import { useTranslation } from 'react-i18next';
import type { DoseCorrection, PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** What stood there about a dose before and what stands there since, with the time of the change. */
export function DoseCorrections({ record }: { record: PersonRecord }) {
  if (record.doseCorrections.length === 0) return null;
  return (
    <ol className="people-versions" data-testid="dose-corrections">
      {record.doseCorrections.map((correction) => (
        <Correction key={`${correction.doseId} ${correction.recordedAt}`} correction={correction} />
      ))}
    </ol>
  );
}

function Correction({ correction }: { correction: DoseCorrection }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const rows = useFactRows();
  const now = rows(correction.after);
  return (
    <li>
      <strong>{t('correctDose.corrected')}</strong>{' '}
      <span className="station-dim">
        {t('correctDose.by', {
          at: moment(correction.recordedAt),
          by: correction.by ?? t('people.byStation'),
          second: correction.approvedBy ?? '–',
        })}
      </span>
      {rows(correction.before).map(([name, before], index) => {
        const after = now[index]?.[1];
        if (before === after) return null;
        return (
          <p key={name} className="people-change">
            {name}: <del>{before}</del> <ins>{after}</ins>
          </p>
        );
      })}
      {correction.note && <p>{correction.note}</p>}
    </li>
  );
}

function useFactRows() {
  const { t } = useTranslation();
  const { date } = useFormats();
  return ({ lot, expiresOn, site, givenOn }: DoseCorrection['before']): (readonly [string, string])[] => [
    [t('dose.lot'), lot],
    [t('dose.expires'), expiresOn ? date(expiresOn) : '–'],
    [t('correctDose.givenOn'), date(givenOn)],
    [t('dose.site'), t(`site.${site}`)],
  ];
}
