import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownVial } from '../../../contracts/ipc/stock-shown.ts';
import { type WasteReason, wasteReasons, wasteReasonsOfClosed } from '../../../domain/stock/events.ts';
import { NumberInput } from '../../../ui/number-input.tsx';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

/** Throws away a vial that stands open, or closed ones of a lot: why, and how much is lost. */
export function DiscardDialog({
  name,
  vial,
  closed,
  onClose,
}: {
  name: { readonly productId: string; readonly lot: string };
  vial?: ShownVial;
  closed?: number;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { send } = useStationCommand('stock.discard');
  const [reason, setReason] = useState<WasteReason | ''>('');
  const [vials, setVials] = useState<number | ''>(1);
  const [note, setNote] = useState('');
  const { productId, lot } = name;
  const count = vials === '' ? 0 : vials;
  const reasons = vial ? wasteReasons : wasteReasonsOfClosed();
  const isReady = reason !== '' && count > 0 && (reason !== 'other' || note.trim() !== '');
  return (
    <CommandDialog
      title={
        vial
          ? t('stock.discard.title', { name: t('stock.vialNamed', { number: vial.number, lot }) })
          : t('stock.discard.closedTitle', { lot })
      }
      submitLabel={t('stock.discard.button')}
      isDangerous
      isReady={isReady}
      about={`${reason} ${count} ${note}`}
      submitTestId="confirm-discard"
      send={async (requestId) =>
        reason === ''
          ? undefined
          : send({
              requestId,
              productId,
              lot,
              reason,
              note,
              ...(vial ? { vialId: vial.vialId } : { vials: count }),
            })
      }
      onClose={onClose}
    >
      {vial && <p>{t('stock.discard.lost', { count: vial.left })}</p>}
      {closed !== undefined && (
        <NumberInput
          label={t('stock.discard.vials', { closed })}
          value={vials}
          language={language}
          min={1}
          max={closed}
          data-autofocus
          onChange={setVials}
        />
      )}
      <NativeSelect
        label={t('stock.reason')}
        value={reason}
        onChange={(event) => setReason(reasons.find((each) => each === event.currentTarget.value) ?? '')}
        data={[
          { value: '', label: t('stock.discard.choose') },
          ...reasons.map((value) => ({ value, label: t(`stock.waste.${value}`) })),
        ]}
        data-testid="waste-reason"
      />
      {reason === 'other' && (
        <TextInput
          label={t('stock.discard.note')}
          value={note}
          maxLength={200}
          required
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </CommandDialog>
  );
}
