import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownLot } from '../../../contracts/ipc/stock-contract.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';

/** From now on nothing of this lot is given. */
export function BlockDialog({ lot, onClose }: { lot: ShownLot; onClose(): void }) {
  const { t } = useTranslation();
  const { send } = useStationCommand('stock.block');
  const [reason, setReason] = useState('');
  const { productId } = lot;
  return (
    <CommandDialog
      title={t('stock.step.block.title', { lot: lot.lot })}
      submitLabel={t('stock.step.block.button')}
      isDangerous
      isReady={reason.trim() !== ''}
      about={reason}
      submitTestId="confirm-block"
      send={(requestId) => send({ requestId, productId, lot: lot.lot, reason })}
      onClose={onClose}
    >
      <p>{t('stock.step.block.text')}</p>
      <Textarea
        label={t('stock.reason')}
        value={reason}
        maxLength={200}
        required
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
