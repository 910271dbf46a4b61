import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { ShownLot } from '../../../contracts/ipc/stock-shown.ts';
import { isLot, longestLot } from '../../../domain/vaccination/lot.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';

/** From now on nothing of this lot is given; without a lot any can be named, also one that never came in. */
export function BlockDialog({
  lot: known,
  products,
  onClose,
}: {
  lot: ShownLot | undefined;
  products: ChannelOutput<'stock.overview'>['products'];
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { send } = useStationCommand('stock.block');
  const [productId, setProductId] = useState<string>(known?.productId ?? '');
  const [lot, setLot] = useState(known?.lot ?? '');
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={known ? t('stock.step.block.title', { lot: known.lot }) : t('stock.step.block.other')}
      submitLabel={t('stock.step.block.button')}
      isDangerous
      isReady={productId !== '' && isLot(lot.trim()) && reason.trim() !== ''}
      about={`${productId} ${lot} ${reason}`}
      submitTestId="confirm-block"
      send={(requestId) => send({ requestId, productId, lot: lot.trim(), reason })}
      onClose={onClose}
    >
      <p>{t('stock.step.block.text')}</p>
      {!known && (
        <>
          <NativeSelect
            label={t('stock.vaccine')}
            value={productId}
            onChange={(event) => setProductId(event.currentTarget.value)}
            data={[
              { value: '', label: t('stock.receive.choose') },
              ...products.map((each) => ({ value: each.productId, label: each.name })),
            ]}
          />
          <TextInput
            label={t('stock.lot')}
            value={lot}
            maxLength={longestLot}
            autoComplete="off"
            onChange={(event) => setLot(event.currentTarget.value)}
            data-testid="block-lot"
          />
        </>
      )}
      <Textarea
        label={t('stock.reason')}
        description={t('stock.noNames')}
        value={reason}
        maxLength={200}
        required
        data-autofocus={known ? true : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
