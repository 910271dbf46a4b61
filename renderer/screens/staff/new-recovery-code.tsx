import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';
import { RecoveryCode } from '../sign-in/recovery-code.tsx';

/** A new code for site leads who locked themselves out; the one before ends. */
export function NewRecoveryCode() {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('staff.make-recovery-code');
  const [code, setCode] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const make = async () => {
    const answer = await send({});
    if (answer.ok) setCode(answer.value.recoveryCode);
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  if (code !== undefined) return <RecoveryCode code={code} onDone={() => setCode(undefined)} />;
  return (
    <section className="staff-lock" aria-label={t('signIn.recovery.title')}>
      <h3>{t('signIn.recovery.title')}</h3>
      <p>{t('signIn.recovery.newText')}</p>
      <Button variant="default" size="md" loading={isBusy} onClick={() => void make()}>
        {t('signIn.recovery.make')}
      </Button>
      {refused && <p role="alert">{refused}</p>}
    </section>
  );
}
