import './sign-in.css';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session-context.tsx';
import { OwnPinForm } from './own-pin-form.tsx';

/** After a sign-in with a PIN that somebody else set: nothing else opens before a new one is chosen. */
export function OwnPinScreen() {
  const { t } = useTranslation();
  const { signedIn, lock } = useSession();
  return (
    <main className="sign-in-alone" data-testid="own-pin">
      <h2>{t('signIn.ownTitle', { name: signedIn?.name ?? '' })}</h2>
      <p>{t('signIn.ownText')}</p>
      <OwnPinForm />
      <Button variant="default" size="md" onClick={lock}>
        {t('signIn.leave')}
      </Button>
    </main>
  );
}
