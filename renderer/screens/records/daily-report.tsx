import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dailyReportForms } from '../../../domain/reports/daily-report.ts';
import { firstPress } from '../../../ui/first-press.ts';
import { DayCard } from './day-card.tsx';
import { useFile } from './use-file.ts';

/** Each dose of a day under a pseudonym, for the authority. */
export function DailyReport() {
  const { t } = useTranslation();
  const { take, isBusy, fault } = useFile('records.daily-report');
  return (
    <DayCard title={t('records.daily')} text={t('records.dailyText')} fault={fault}>
      {(on) =>
        dailyReportForms.map((form) => (
          <Button
            key={form}
            variant="default"
            disabled={!on}
            loading={isBusy}
            onClick={firstPress(() => void (on && take({ day: on, form })))}
            data-testid={`daily-report-${form}`}
          >
            {t(`records.dailyForms.${form}`)}
          </Button>
        ))
      }
    </DayCard>
  );
}
