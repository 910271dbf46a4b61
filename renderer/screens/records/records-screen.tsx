import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { mayReceive, mayReport as reporters } from '../../../domain/vaccination/who-may.ts';
import { Page } from '../../../ui/page.tsx';
import { useMay } from '../../session/use-may.ts';
import { DailyReport } from './daily-report.tsx';
import { DayRecords } from './day-records.tsx';
import { DoseReport } from './dose-report.tsx';

/** What the centre confirms in writing and reports. */
export function RecordsScreen(): ReactElement {
  const { t } = useTranslation();
  const mayPrint = useMay(mayReceive);
  const mayReport = useMay(reporters);
  return (
    <Page title={t('records.title')} about={t('records.confidential')}>
      {mayPrint && <DayRecords />}
      {mayReport && <DoseReport />}
      {mayReport && <DailyReport />}
    </Page>
  );
}
