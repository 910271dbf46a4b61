import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import { FourEyesStep } from '../../components/four-eyes-step.tsx';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand } from '../../station-context.tsx';
import { GoAgain, ScreeningVersions } from './screening-versions.tsx';
import { YesList } from './yes-list.tsx';

/** An answer stands against the dose: which, and how a doctor lets it be given all the same. */
export function ScreeningHeld({
  personId,
  visitId,
  hold,
  view,
  onAgain,
  onLeave,
}: {
  personId: string;
  visitId: string;
  hold: 'screening-stop' | 'screening-doctor';
  view: ScreeningView;
  onAgain(): void;
  onLeave(): void;
}) {
  const { t } = useTranslation();
  const isDoctor = useMay(['screening-doctor']);
  const bySecond = useStationCommand('screening.clear');
  const byDoctor = useStationCommand('screening.clear-as-doctor');
  const [reason, setReason] = useState('');
  const isStop = hold === 'screening-stop';
  return (
    <div className="screening-held" data-entry="none">
      <p className={isStop ? 'desk-refusal desk-stop' : 'desk-refusal'} role="alert">
        <span>{t(isStop ? 'screening.stop' : 'screening.doctor')}</span>
      </p>
      <div className="screening-head">
        <h3 className="desk-section">{t('screening.answeredYes')}</h3>
        <GoAgain onAgain={onAgain} />
      </div>
      <YesList yes={view.yes ?? []} />
      <ScreeningVersions view={view} />
      <Textarea
        label={t(isStop ? 'screening.reason' : 'screening.remark')}
        value={reason}
        maxLength={500}
        required={isStop}
        ref={focusOnce}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FourEyesStep
        channel="screening.clear"
        label={t('screening.clear')}
        testId="screening-clear"
        isReady={!isStop || reason.trim() !== ''}
        isAlone={isDoctor}
        isDangerous={isStop}
        send={({ requestId, secondSignIn }) => {
          const clearing = { requestId, personId, visitId, reason };
          return isDoctor ? byDoctor.send(clearing) : bySecond.send({ ...clearing, secondSignIn });
        }}
        onDone={() => {}}
        onClose={onLeave}
      />
    </div>
  );
}

function focusOnce(input: HTMLTextAreaElement | null): void {
  input?.focus();
}
