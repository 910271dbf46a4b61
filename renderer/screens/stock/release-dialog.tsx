import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownLot } from '../../../contracts/ipc/stock-shown.ts';
import { FourEyesDialog } from '../../components/four-eyes-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';

/** A blocked lot is given again: with a reason, and a second person who agrees. */
export function ReleaseDialog({ lot, onClose }: { lot: ShownLot; onClose(): void }) {
  const { t } = useTranslation();
  const { send } = useStationCommand('stock.release');
  const [reason, setReason] = useState('');
  return (
    <FourEyesDialog
      channel="stock.release"
      title={t('stock.step.release.title', { lot: lot.lot })}
      label={t('stock.step.release.button')}
      testId="confirm-release"
      isReady={reason.trim() !== ''}
      isDangerous={false}
      send={(agreed) => send({ ...agreed, productId: lot.productId, lot: lot.lot, reason })}
      onDone={onClose}
      onClose={onClose}
    >
      <p>{t('stock.lots.blocked', { reason: lot.blocked ?? '' })}</p>
      <Textarea
        label={t('stock.step.release.why')}
        description={t('stock.noNames')}
        value={reason}
        maxLength={200}
        required
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FourEyesDialog>
  );
}
