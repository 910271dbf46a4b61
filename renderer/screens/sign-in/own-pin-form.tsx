import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestPin } from '../../../domain/staff/pin.ts';
import { useSession } from '../../session/session-context.tsx';
import { usePinRefusal } from '../../session/use-pin-refusal.ts';
import { useStationCommand } from '../../station-context.tsx';
import { NewPin } from './new-pin.tsx';

/** The present PIN, and the new one twice. */
export function OwnPinForm({ onDone }: { onDone?(): void }) {
  const { t } = useTranslation();
  const { enter } = useSession();
  const { send, isBusy } = useStationCommand('staff.change-own-pin');
  const { sentence, say } = usePinRefusal();
  const [present, setPresent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDiffer(pin !== again);
    if (pin !== again) return;
    const answer = await send({ requestId: crypto.randomUUID(), pin: present, newPin: pin });
    if (!answer.ok) return say(answer);
    enter(answer.value);
    onDone?.();
  };
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <PasswordInput
        size="md"
        label={t('signIn.presentPin')}
        value={present}
        inputMode="numeric"
        autoComplete="off"
        maxLength={longestPin}
        required
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPin') }}
        onChange={(event) => setPresent(event.currentTarget.value)}
        ref={field}
        data-testid="present-pin"
      />
      <NewPin pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
      {(differ || sentence) && <p role="alert">{differ ? t('signIn.pinsDiffer') : sentence}</p>}
      <Button type="submit" size="md" loading={isBusy}>
        {t('signIn.ownSubmit')}
      </Button>
    </form>
  );
}
