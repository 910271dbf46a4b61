import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { dailyReportForms } from '../../../domain/reports/daily-report.ts';
import { Card } from '../../../ui/card.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Said } from '../../../ui/said.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useFile } from './use-file.ts';

/** Each dose of a day under a pseudonym, for the authority. */
export function DailyReport() {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const { take, isBusy, fault } = useFile('records.daily-report');
  const [day, setDay] = useState<string>(today);
  const on = parsePlainDate(day);
  return (
    <Card title={t('records.daily')}>
      <p className="station-dim">{t('records.dailyText')}</p>
      <div className="records-row">
        <DateInput
          language={language}
          today={today()}
          label={t('records.day')}
          value={day}
          onChange={setDay}
        />
        {dailyReportForms.map((form) => (
          <Button
            key={form}
            variant="default"
            disabled={!on}
            loading={isBusy}
            onClick={() => void (on && take({ day: on, form }))}
            data-testid={`daily-report-${form}`}
          >
            {t(`records.dailyForms.${form}`)}
          </Button>
        ))}
      </div>
      {fault && <Said tone="fault">{fault}</Said>}
    </Card>
  );
}
