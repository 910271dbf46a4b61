import './appointments.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.tsx';
import { ViewTabs } from '../../../ui/view-tabs.tsx';
import { SetUpTab } from './set-up-tab.tsx';
import { SlotCalendar } from './slot-calendar.tsx';
import { StandbyTab } from './standby-tab.tsx';

/** The centre's days: what is open and taken, who waits, and what a usual day looks like. */
export function AppointmentsScreen(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('dates.title')} className="dates" testId="appointments">
      <ViewTabs
        label={t('dates.title')}
        views={[
          { id: 'calendar', name: t('dates.tabs.calendar'), content: <SlotCalendar /> },
          { id: 'standby', name: t('dates.tabs.standby'), content: <StandbyTab /> },
          { id: 'setup', name: t('dates.tabs.setup'), content: <SetUpTab /> },
        ]}
        testId="dates-tab"
      />
    </Page>
  );
}
