import './sign-in.css';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '../../station-context.tsx';
import { CentreHead } from './centre-head.tsx';
import { NewPin } from './new-pin.tsx';
import { useNewPin } from './use-new-pin.ts';

/** A new centre has nobody yet: whoever sets it up becomes its site lead. */
export function FirstRunScreen() {
  const { t } = useTranslation();
  const { send, isBusy } = useStationCommand('staff.add-first');
  const [requestId] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const { fields, firstField, sentence, submit } = useNewPin((pin) => send({ requestId, name, pin }));
  return (
    <main className="sign-in-alone" data-testid="first-run">
      <CentreHead />
      <h2>{t('signIn.firstTitle')}</h2>
      <p>{t('signIn.firstText')}</p>
      <form
        className="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextInput
          size="md"
          label={t('signIn.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
          required
          autoComplete="off"
          ref={firstField}
        />
        <NewPin {...fields} />
        {sentence && <p role="alert">{sentence}</p>}
        <Button type="submit" size="lg" loading={isBusy}>
          {t('signIn.firstSubmit')}
        </Button>
      </form>
    </main>
  );
}
