import './staff-screen.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.tsx';
import { ViewTabs } from '../../../ui/view-tabs.tsx';
import { useSession } from '../../session/session-context.tsx';
import { ConsentSetting } from '../consent/consent-setting.tsx';
import { IdentitySetting } from '../identity/identity-setting.tsx';
import { ScreeningSetting } from '../screening/screening-setting.tsx';
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
    <Page title={t('staff.title')} testId="staff">
      <ViewTabs
        label={t('staff.title')}
        views={[
          { id: 'members', name: t('staff.tabs.members'), content: <MemberList isLead={isLead} /> },
          { id: 'views', name: t('staff.tabs.views'), content: <ViewLog /> },
          { id: 'screening', name: t('staff.tabs.screening'), content: <DoseStepsView /> },
          ...(isLead ? [{ id: 'lock', name: t('staff.tabs.lock'), content: <LockView /> }] : []),
        ]}
      />
    </Page>
  );
}

/** What the centre does before each dose. */
function DoseStepsView() {
  return (
    <>
      <IdentitySetting />
      <ConsentSetting />
      <ScreeningSetting />
    </>
  );
}

function LockView() {
  return (
    <>
      <ScreenLockForm />
      <NewRecoveryCode />
    </>
  );
}
