import { useTranslation } from 'react-i18next';
import type { DoseCorrection } from '../../../contracts/ipc/dose-versions.ts';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { DoseChanges } from '../../components/dose-changes.tsx';
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
      <DoseChanges before={correction.before} after={correction.after} />
      {correction.note && <p>{correction.note}</p>}
    </li>
  );
}
