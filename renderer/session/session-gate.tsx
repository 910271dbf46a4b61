import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SwallowScans } from '../scanner/swallow-scans.tsx';
import { FirstRunScreen } from '../screens/sign-in/first-run-screen.tsx';
import { OwnPinScreen } from '../screens/sign-in/own-pin-screen.tsx';
import { RecoveryCode } from '../screens/sign-in/recovery-code.tsx';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.tsx';
import { useSession } from './session-context.tsx';

/** Lets nobody see a screen who is not signed in: what is behind it is not there at all, not only hidden. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { view, signedIn, recoveryCode, codeWritten } = useSession();
  if (recoveryCode !== undefined)
    return (
      <main className="sign-in-alone">
        <SwallowScans />
        <RecoveryCode code={recoveryCode} onDone={codeWritten} />
      </main>
    );
  if (!view) return <main className="station-stopped">{t('service.startingLong')}</main>;
  if (signedIn?.mustChangePin)
    return (
      <>
        <SwallowScans />
        <OwnPinScreen />
      </>
    );
  if (signedIn) return children;
  return (
    <>
      <ForgetAnswers />
      {view.isFirstRun && <SwallowScans />}
      {view.isFirstRun ? <FirstRunScreen /> : <SignInScreen />}
    </>
  );
}

/** Answers about people are not kept behind a lock either. */
function ForgetAnswers() {
  const queries = useQueryClient();
  useEffect(() => {
    queries.removeQueries({ predicate: ({ queryKey }) => !isAboutNobody(String(queryKey[1])) });
  }, [queries]);
  return null;
}

function isAboutNobody(channel: string): boolean {
  return ['system.status', 'staff.session', 'staff.sign-in-names'].includes(channel);
}
