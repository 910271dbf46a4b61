import './sign-in.css';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../contracts/ipc/staff-contract.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useSession } from '../../session/session-context.tsx';
import { useStationCommand } from '../../station-context.tsx';
import { NewPin } from './new-pin.tsx';
import { RecoveryCode } from './recovery-code.tsx';

/** A new centre has nobody yet: whoever sets it up becomes its site lead. */
export function FirstRunScreen() {
  const { t } = useTranslation();
  const { enter } = useSession();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('staff.add-first');
  const [requestId] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [sentence, setSentence] = useState<string>();
  const [done, setDone] = useState<{ code: string; view: SessionView }>();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pin !== again) return setSentence(t('signIn.pinsDiffer'));
    const answer = await send({ requestId, name, pin });
    if (!answer.ok) return setSentence(sentenceOf(answer));
    const { recoveryCode, ...view } = answer.value;
    if (recoveryCode === undefined) enter(view);
    else setDone({ code: recoveryCode, view });
  };
  if (done)
    return (
      <main className="sign-in-alone">
        <RecoveryCode code={done.code} onDone={() => enter(done.view)} />
      </main>
    );
  return (
    <main className="sign-in-alone" data-testid="first-run">
      <h2>{t('signIn.firstTitle')}</h2>
      <p>{t('signIn.firstText')}</p>
      <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
        <TextInput
          size="md"
          label={t('signIn.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
          required
          autoComplete="off"
          ref={field}
        />
        <NewPin pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
        {sentence && <p role="alert">{sentence}</p>}
        <Button type="submit" size="lg" loading={isBusy}>
          {t('signIn.firstSubmit')}
        </Button>
      </form>
    </main>
  );
}
