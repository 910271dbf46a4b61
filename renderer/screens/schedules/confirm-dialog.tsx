import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownSchedule } from '../../../contracts/ipc/schedules-contract.ts';
import { mayConfirmSchedules } from '../../../domain/schedules/who-may.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { GraveStepActions } from '../../components/grave-step-actions.tsx';
import { isComplete, nobodyYet, type SecondEntry, SecondSignIn } from '../../components/second-sign-in.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { usePinRefusal } from '../../session/use-pin-refusal.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';

/** What is confirmed, how many dates do not fit it, and the step: a doctor's own, or with one as the second person. */
export function ConfirmDialog({ schedule, onClose }: { schedule: ShownSchedule; onClose(): void }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { book, version, source, issuedOn } = schedule;
  const { data } = useStationQuery('schedules.affected-dates', { book }, ['appointments', 'desk', 'people']);
  const isDoctor = useMay(mayConfirmSchedules);
  const alone = useStationCommand('schedules.activate');
  const together = useStationCommand('schedules.activate-with-doctor');
  const [requestId] = useState(() => crypto.randomUUID());
  const [second, setSecond] = useState<SecondEntry>(nobodyYet);
  const { sentence, say } = usePinRefusal();
  const isBusy = alone.isBusy || together.isBusy;
  const isReady = data?.ok === true && (isDoctor || isComplete(second));
  const confirm = async () => {
    const stated = { requestId, book, version };
    const answer = isDoctor
      ? await alone.send(stated)
      : await together.send({ ...stated, secondSignIn: second });
    if (answer.ok) return onClose();
    setSecond({ ...second, pin: '' });
    say(answer);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('schedules.confirm.open-dialog')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>
        {source}
        {issuedOn && `, ${date(issuedOn)}`} ({t('schedules.version')} {version})
      </p>
      {data?.ok && (
        <p data-testid="confirm-affected">
          {t('schedules.affected.count', { affected: data.value.affected, dates: data.value.dates })}{' '}
          {t('schedules.confirm.consequence')}
        </p>
      )}
      {!isDoctor && (
        <SecondSignIn
          channel="schedules.activate-with-doctor"
          entry={second}
          onChange={setSecond}
          onEnter={isReady && !isBusy ? () => void confirm() : undefined}
        />
      )}
      <GraveStepActions
        sentence={sentence}
        label={t('schedules.confirm.button')}
        isBusy={isBusy}
        isReady={isReady}
        isDangerous={false}
        testId="confirm-schedule"
        onConfirm={() => void confirm()}
        onClose={onClose}
      />
    </Dialog>
  );
}
