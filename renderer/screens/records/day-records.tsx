import './records-screen.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { Card } from '../../../ui/card.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Said } from '../../../ui/said.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useFile } from './use-file.ts';

/** The records of everybody vaccinated on a day, in one file to print. */
export function DayRecords() {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const { take, isBusy, fault } = useFile('records.of-day');
  const [day, setDay] = useState<string>(today);
  const on = parsePlainDate(day);
  return (
    <Card title={t('records.ofDay')}>
      <p className="station-dim">{t('records.ofDayText')}</p>
      <div className="records-row">
        <DateInput
          language={language}
          today={today()}
          label={t('records.day')}
          value={day}
          onChange={setDay}
        />
        <Button
          disabled={!on}
          loading={isBusy}
          onClick={() => void (on && take({ day: on, language }))}
          data-testid="print-day-records"
        >
          {t('records.printDay')}
        </Button>
      </div>
      {fault && <Said tone="fault">{fault}</Said>}
    </Card>
  );
}
