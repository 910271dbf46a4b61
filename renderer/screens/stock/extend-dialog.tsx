import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownLot } from '../../../contracts/ipc/stock-shown.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

/** The lot can be used for longer than is printed on it, and who says so. */
export function ExtendDialog({ lot, onClose }: { lot: ShownLot; onClose(): void }) {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const { send } = useStationCommand('stock.extend');
  const [until, setUntil] = useState('');
  const [source, setSource] = useState('');
  const expiresOn = parsePlainDate(until);
  const { productId } = lot;
  return (
    <CommandDialog
      title={t('stock.step.extend.title', { lot: lot.lot })}
      submitLabel={t('stock.step.extend.button')}
      isReady={expiresOn !== undefined && source.trim() !== ''}
      about={`${until} ${source}`}
      submitTestId="confirm-extend"
      send={async (requestId) => expiresOn && send({ requestId, productId, lot: lot.lot, expiresOn, source })}
      onClose={onClose}
    >
      <DateInput
        language={language}
        today={today()}
        label={t('stock.step.extend.until')}
        isExpiry
        value={until}
        required
        data-autofocus
        onChange={setUntil}
      />
      <TextInput
        label={t('stock.step.extend.source')}
        description={t('stock.step.extend.sourceText')}
        value={source}
        maxLength={200}
        required
        onChange={(event) => setSource(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
