import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.tsx';
import { DayRecords } from './day-records.tsx';

/** What the centre confirms in writing and reports. */
export function RecordsScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <Page title={t('records.title')} about={t('records.confidential')}>
      <DayRecords />
    </Page>
  );
}
