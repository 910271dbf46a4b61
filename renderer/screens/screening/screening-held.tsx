import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import { GraveStepActions } from '../../components/grave-step-actions.tsx';
import { isComplete, nobodyYet, type SecondEntry, SecondSignIn } from '../../components/second-sign-in.tsx';
import { useMay } from '../../session/use-may.ts';
import { usePinRefusal } from '../../session/use-pin-refusal.ts';
import { useStationCommand } from '../../station-context.tsx';
import { YesList } from './yes-list.tsx';

/** An answer stands against the dose: which, and how a doctor lets it be given all the same. */
export function ScreeningHeld({
  personId,
  visitId,
  hold,
  yes,
  onLeave,
}: {
  personId: string;
  visitId: string;
  hold: 'screening-stop' | 'screening-doctor';
  yes: NonNullable<ScreeningView['yes']>;
  onLeave(): void;
}) {
  const { t } = useTranslation();
  const isDoctor = useMay(['screening-doctor']);
  const bySecond = useStationCommand('screening.clear');
  const byDoctor = useStationCommand('screening.clear-as-doctor');
  const [requestId] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const [second, setSecond] = useState<SecondEntry>(nobodyYet);
  const { sentence, say } = usePinRefusal();
  const isStop = hold === 'screening-stop';
  const isBusy = bySecond.isBusy || byDoctor.isBusy;
  const isReady = (isDoctor || isComplete(second)) && (!isStop || reason.trim() !== '');
  const confirm = async () => {
    const clearing = { requestId, personId, visitId, reason };
    const answer = isDoctor
      ? await byDoctor.send(clearing)
      : await bySecond.send({ ...clearing, secondSignIn: second });
    if (answer.ok) return;
    setSecond({ ...second, pin: '' });
    say(answer);
  };
  return (
    <div className="screening-held" data-entry="none">
      <p className={isStop ? 'desk-refusal desk-stop' : 'desk-refusal'} role="alert">
        <span>{t(isStop ? 'screening.stop' : 'screening.doctor')}</span>
      </p>
      <h3 className="desk-section">{t('screening.answeredYes')}</h3>
      <YesList yes={yes} />
      <Textarea
        label={t(isStop ? 'screening.reason' : 'screening.remark')}
        value={reason}
        maxLength={500}
        required={isStop}
        ref={focusOnce}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {!isDoctor && (
        <SecondSignIn
          channel="screening.clear"
          entry={second}
          onChange={setSecond}
          onEnter={isReady && !isBusy ? () => void confirm() : undefined}
        />
      )}
      <GraveStepActions
        sentence={sentence}
        label={t('screening.clear')}
        isBusy={isBusy}
        isReady={isReady}
        isDangerous={isStop}
        testId="screening-clear"
        onConfirm={() => void confirm()}
        onClose={onLeave}
      />
    </div>
  );
}

function focusOnce(input: HTMLTextAreaElement | null): void {
  input?.focus();
}
