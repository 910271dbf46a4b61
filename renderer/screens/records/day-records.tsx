import './records-screen.css';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { firstPress } from '../../../ui/first-press.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { DayCard } from './day-card.tsx';
import { useFile } from './use-file.ts';

/** The records of everybody vaccinated on a day, in one file to print. */
export function DayRecords() {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { take, isBusy, fault } = useFile('records.of-day');
  return (
    <DayCard title={t('records.ofDay')} text={t('records.ofDayText')} fault={fault}>
      {(on) => (
        <Button
          disabled={!on}
          loading={isBusy}
          onClick={firstPress(() => void (on && take({ day: on, language })))}
          data-testid="print-day-records"
        >
          {t('records.printDay')}
        </Button>
      )}
    </DayCard>
  );
}
