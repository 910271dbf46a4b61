import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownLot } from '../../../contracts/ipc/stock-shown.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { GraveStepActions } from '../../components/grave-step-actions.tsx';
import { isComplete, nobodyYet, type SecondEntry, SecondSignIn } from '../../components/second-sign-in.tsx';
import { usePinRefusal } from '../../session/use-pin-refusal.ts';
import { useStationCommand } from '../../station-context.tsx';

/** A blocked lot is given again: with a reason, and a second person who agrees. */
export function ReleaseDialog({ lot, onClose }: { lot: ShownLot; onClose(): void }) {
  const { t } = useTranslation();
  const { send, isBusy } = useStationCommand('stock.release');
  const [requestId] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const [second, setSecond] = useState<SecondEntry>(nobodyYet);
  const { sentence, say } = usePinRefusal();
  const isReady = isComplete(second) && reason.trim() !== '';
  const confirm = async () => {
    const { productId } = lot;
    const answer = await send({ requestId, productId, lot: lot.lot, reason, secondSignIn: second });
    if (answer.ok) return onClose();
    setSecond({ ...second, pin: '' });
    say(answer);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('stock.step.release.title', { lot: lot.lot })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{t('stock.lots.blocked', { reason: lot.blocked ?? '' })}</p>
      <Textarea
        label={t('stock.step.release.why')}
        value={reason}
        maxLength={200}
        required
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <SecondSignIn
        channel="stock.release"
        entry={second}
        onChange={setSecond}
        onEnter={isReady && !isBusy ? () => void confirm() : undefined}
      />
      <GraveStepActions
        sentence={sentence}
        label={t('stock.step.release.button')}
        isBusy={isBusy}
        isReady={isReady}
        isDangerous={false}
        testId="confirm-release"
        onConfirm={() => void confirm()}
        onClose={onClose}
      />
    </Dialog>
  );
}
