import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { mayKeepRecords } from '../../../domain/people/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { DoseWords } from '../../components/dose-words.tsx';
import { ImmunizationsFile } from '../../components/immunizations-file.tsx';
import { listName } from '../../components/list-name.ts';
import { ToldDoses } from '../../components/told-doses.tsx';
import { VaccinationRecord } from '../../components/vaccination-record.tsx';
import { useMay } from '../../session/use-may.ts';
import { DoseCorrections } from './dose-corrections.tsx';
import { PaperDoseCorrections } from './paper-dose-corrections.tsx';
import { PaperDoseDialog } from './paper-dose-dialog.tsx';

/** Every dose, also those in linked records; recorded and voided at the desk only, but for what stands in a booklet. */
export function DosesSection({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const mayChange = useMay(mayKeepRecords) && record.status === 'registered';
  const [isEntering, setEntering] = useState(false);
  const [correcting, setCorrecting] = useState<PersonRecord['doses'][number]>();
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
            {mayChange && dose.elsewhere?.paper && !dose.isVoided && !dose.recordedAs && (
              <Button
                variant="subtle"
                size="compact-md"
                onClick={() => setCorrecting(dose)}
                data-testid="correct-paper-dose"
              >
                {t('paperDose.correctOpen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div>
          <Button variant="light" onClick={() => setEntering(true)} data-testid="enter-paper-dose">
            {t('paperDose.open')}
          </Button>
        </div>
      )}
      {isEntering && <PaperDoseDialog personId={record.personId} onClose={() => setEntering(false)} />}
      {correcting && (
        <PaperDoseDialog
          personId={record.personId}
          dose={correcting}
          onClose={() => setCorrecting(undefined)}
        />
      )}
      <DoseCorrections record={record} />
      <PaperDoseCorrections record={record} />
      <VaccinationRecord personId={record.personId} />
      {record.doses.some(({ isVoided }) => !isVoided) && <ImmunizationsFile personId={record.personId} />}
      <ToldDoses personId={record.personId} />
    </Card>
  );
}
