import './appointments.css';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SetUpTab } from './set-up-tab.tsx';
import { SlotCalendar } from './slot-calendar.tsx';
import { StandbyTab } from './standby-tab.tsx';

const tabs = ['calendar', 'standby', 'setup'] as const;
type Tab = (typeof tabs)[number];

/** The centre's days: what is open and taken, who waits, and what a usual day looks like. */
export function AppointmentsScreen(): ReactNode {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('calendar');
  return (
    <main className="dates" data-testid="appointments">
      <div className="dates-head">
        <h2>{t('dates.title')}</h2>
        <nav className="dates-tabs" aria-label={t('dates.title')}>
          {tabs.map((each) => (
            <Button
              key={each}
              variant={tab === each ? 'filled' : 'light'}
              aria-current={tab === each ? 'page' : undefined}
              onClick={() => setTab(each)}
              data-testid={`dates-tab-${each}`}
            >
              {t(`dates.tabs.${each}`)}
            </Button>
          ))}
        </nav>
      </div>
      {tab === 'calendar' && <SlotCalendar />}
      {tab === 'standby' && <StandbyTab />}
      {tab === 'setup' && <SetUpTab />}
    </main>
  );
}
