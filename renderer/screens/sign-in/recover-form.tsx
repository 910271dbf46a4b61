import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '../../station-context.tsx';
import { NewPin } from './new-pin.tsx';
import { useNewPin } from './use-new-pin.ts';

/** For a site lead whom nobody else can unlock: the code from the set-up, and a new PIN. */
export function RecoverForm({ staffId }: { staffId: string }) {
  const { t } = useTranslation();
  const { send, isBusy } = useStationCommand('staff.recover');
  const [code, setCode] = useState('');
  const { fields, firstField, sentence, submit } = useNewPin((newPin) => send({ staffId, code, newPin }));
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      data-testid="recover"
    >
      <p>{t('signIn.recovery.text')}</p>
      <TextInput
        size="md"
        label={t('signIn.recovery.code')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        maxLength={40}
        required
        autoComplete="off"
        spellCheck={false}
        ref={firstField}
      />
      <NewPin {...fields} />
      {sentence && <p role="alert">{sentence}</p>}
      <Button type="submit" size="md" loading={isBusy}>
        {t('signIn.recovery.submit')}
      </Button>
    </form>
  );
}
