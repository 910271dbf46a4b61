import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../contracts/ipc/staff-contract.ts';
import type { ChannelAnswer } from '../../../contracts/ipc/station-contract.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useSession } from '../../session/session-context.tsx';

/**
 * Somebody signs in with a PIN that they choose, typed twice. Where a recovery code comes with it, that is shown before
 * anything else.
 */
export function useNewPin(
  send: (pin: string) => Promise<ChannelAnswer<'staff.add-first' | 'staff.recover'>>,
) {
  const { t } = useTranslation();
  const { enter } = useSession();
  const sentenceOf = useRefusalSentence();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [sentence, setSentence] = useState<string>();
  const [done, setDone] = useState<{ code: string; view: SessionView }>();
  const firstField = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => firstField.current?.focus(), []);
  const submit = async () => {
    if (pin !== again) return setSentence(t('signIn.pinsDiffer'));
    const answer = await send(pin);
    if (!answer.ok) return setSentence(sentenceOf(answer));
    const { recoveryCode, ...view } = answer.value;
    if (recoveryCode === undefined) enter(view);
    else setDone({ code: recoveryCode, view });
  };
  return {
    fields: { pin, again, onPin: setPin, onAgain: setAgain },
    firstField,
    sentence,
    /** The code to show, and what comes after it. */
    recovery: done && { code: done.code, onDone: () => enter(done.view) },
    submit,
  };
}
