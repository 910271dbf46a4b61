import './sign-in.css';
import { Button } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The code that lets a site lead in again, shown this once. */
export function RecoveryCode({ code, onDone }: { code: string; onDone(): void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <section className="sign-in-form" aria-label={t('signIn.recovery.title')} data-testid="recovery-code">
      <h2>{t('signIn.recovery.title')}</h2>
      <p>{t('signIn.recovery.keep')}</p>
      <p className="sign-in-code">{code}</p>
      <Button ref={button} size="lg" onClick={onDone}>
        {t('signIn.recovery.written')}
      </Button>
    </section>
  );
}
