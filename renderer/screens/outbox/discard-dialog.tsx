import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../contracts/ipc/outbox-contract.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStation } from '../../station-context.tsx';

const SHORTEST_REASON = 3;

/** A message is taken off the list only with a reason. */
export function DiscardDialog({ item, onClose }: { item: OutboxEntry; onClose(): void }) {
  const { t } = useTranslation();
  const station = useStation();
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={t('outbox.discardTitle')}
      submitLabel={t('outbox.discard')}
      isDangerous
      isReady={reason.trim().length >= SHORTEST_REASON}
      send={(requestId) => station.ask('outbox.discard', { requestId, itemId: item.itemId, reason })}
      onClose={onClose}
    >
      <p>{t('outbox.discardText')}</p>
      <TextInput
        label={t('outbox.reason')}
        value={reason}
        maxLength={200}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
