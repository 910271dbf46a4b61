import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { Card } from '../../../ui/card.tsx';
import { DoseWords } from '../../components/dose-words.tsx';
import { ImmunizationsFile } from '../../components/immunizations-file.tsx';
import { listName } from '../../components/list-name.ts';
import { ToldDoses } from '../../components/told-doses.tsx';
import { VaccinationRecord } from '../../components/vaccination-record.tsx';
import { DoseCorrections } from './dose-corrections.tsx';

/** Every dose, also those in linked records; recorded and voided at the desk only. */
export function DosesSection({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  return (
    <Card title={t('person.given')}>
      {record.doses.length === 0 && <p className="station-dim">{t('person.noDoses')}</p>}
      <ul className="people-list" data-testid="record-doses">
        {record.doses.map((dose) => (
          <li key={dose.doseId} data-voided={dose.isVoided}>
            <span>
              <DoseWords dose={dose} />
              {dose.recordedAs && (
                <em> · {t('people.alsoRecordedAs', { name: listName(dose.recordedAs) })}</em>
              )}
            </span>
            {dose.isVoided && <strong>{t('person.voided')}</strong>}
          </li>
        ))}
      </ul>
      <DoseCorrections record={record} />
      <VaccinationRecord personId={record.personId} />
      {record.doses.some(({ isVoided }) => !isVoided) && <ImmunizationsFile personId={record.personId} />}
      <ToldDoses personId={record.personId} />
    </Card>
  );
}
