import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../contracts/ipc/staff-contract.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useSession } from '../../session/session-context.tsx';
import { useStationCommand } from '../../station-context.tsx';
import { NewPin } from './new-pin.tsx';
import { RecoveryCode } from './recovery-code.tsx';

/** For a site lead whom nobody else can unlock: the code from the set-up, and a new PIN. */
export function RecoverForm({ staffId }: { staffId: string }) {
  const { t } = useTranslation();
  const { enter } = useSession();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('staff.recover');
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [sentence, setSentence] = useState<string>();
  const [done, setDone] = useState<{ code: string; view: SessionView }>();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pin !== again) return setSentence(t('signIn.pinsDiffer'));
    const answer = await send({ staffId, code, newPin: pin });
    if (!answer.ok) return setSentence(sentenceOf(answer));
    const { recoveryCode, ...view } = answer.value;
    if (recoveryCode === undefined) enter(view);
    else setDone({ code: recoveryCode, view });
  };
  if (done) return <RecoveryCode code={done.code} onDone={() => enter(done.view)} />;
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)} data-testid="recover">
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
        ref={field}
      />
      <NewPin pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
      {sentence && <p role="alert">{sentence}</p>}
      <Button type="submit" size="md" loading={isBusy}>
        {t('signIn.recovery.submit')}
      </Button>
    </form>
  );
}
