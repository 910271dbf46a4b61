import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedForm } from '../../components/saved-form.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useSession } from '../../session/session-context.tsx';
import { useStationCommand } from '../../station-context.tsx';

const LONGEST_MINUTES = 60;

/** After how long a window that nobody touches locks: one time for the whole centre. */
export function ScreenLockForm() {
  const { t } = useTranslation();
  const { view } = useSession();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('staff.set-screen-lock');
  const [minutes, setMinutes] = useState(String(view?.lockAfterMinutes ?? ''));
  const [told, setTold] = useState<string>();
  const save = async () => {
    const answer = await send({ requestId: crypto.randomUUID(), afterMinutes: Number(minutes) });
    setTold(answer.ok ? t('staff.lock.saved') : sentenceOf(answer));
    return answer.ok;
  };
  return (
    <SavedForm className="staff-lock" save={save}>
      <p>{t('staff.lock.text')}</p>
      <TextInput
        type="number"
        label={t('staff.lock.minutes')}
        value={minutes}
        min={1}
        max={LONGEST_MINUTES}
        step={1}
        required
        onChange={(event) => setMinutes(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={isBusy}>
        {t('staff.save')}
      </Button>
      <p role="status">{told}</p>
    </SavedForm>
  );
}
