import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelAnswer } from '../../../contracts/ipc/station-contract.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useSession } from '../../session/session-context.tsx';

/**
 * Somebody signs in with a PIN that they choose, typed twice. Where a recovery code comes with it, the window shows that
 * before anything else (session-gate.tsx).
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
  const firstField = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => firstField.current?.focus(), []);
  const submit = async () => {
    if (pin !== again) return setSentence(t('signIn.pinsDiffer'));
    const answer = await send(pin);
    if (!answer.ok) return setSentence(sentenceOf(answer));
    const { recoveryCode, ...view } = answer.value;
    enter(view, recoveryCode);
  };
  return {
    fields: { pin, again, onPin: setPin, onAgain: setAgain },
    firstField,
    sentence,
    submit,
  };
}
