import './staff-screen.css';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session-context.tsx';
import { MemberList } from './member-list.tsx';
import { NewRecoveryCode } from './new-recovery-code.tsx';
import { ScreenLockForm } from './screen-lock-form.tsx';
import { ViewLog } from './view-log.tsx';

/** Who works here, who opened whose record, and when windows lock. Auditors look, site leads change. */
export function StaffScreen(): ReactNode {
  const { t } = useTranslation();
  const { signedIn } = useSession();
  const isLead = signedIn?.roles.includes('site-lead') ?? false;
  return (
    <main className="staff-screen" data-testid="staff">
      <h2>{t('staff.title')}</h2>
      <Tabs defaultValue="members" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="members">{t('staff.tabs.members')}</Tabs.Tab>
          <Tabs.Tab value="views">{t('staff.tabs.views')}</Tabs.Tab>
          {isLead && <Tabs.Tab value="lock">{t('staff.tabs.lock')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="members">
          <MemberList isLead={isLead} />
        </Tabs.Panel>
        <Tabs.Panel value="views">
          <ViewLog />
        </Tabs.Panel>
        {isLead && (
          <Tabs.Panel value="lock">
            <ScreenLockForm />
            <NewRecoveryCode />
          </Tabs.Panel>
        )}
      </Tabs>
    </main>
  );
}
