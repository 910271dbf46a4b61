import { useTranslation } from 'react-i18next';
import type { ShownLot } from '../../../contracts/ipc/stock-shown.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';

/** Opens a vial of this lot ahead of the first dose: its time runs from then. */
export function OpenVialDialog({
  lot,
  serial,
  onClose,
}: {
  lot: ShownLot;
  serial: string | undefined;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { send } = useStationCommand('stock.open-vial');
  const { productId } = lot;
  return (
    <CommandDialog
      title={t('stock.step.open.title', { lot: lot.lot })}
      submitLabel={t('stock.step.open.button')}
      about={`${lot.lot} ${serial ?? ''}`}
      submitTestId="confirm-open"
      send={(requestId) => send({ requestId, productId, lot: lot.lot, ...(serial ? { serial } : {}) })}
      onClose={onClose}
    >
      <p>{t('stock.step.open.text', { product: lot.product, count: lot.dosesPerVial })}</p>
    </CommandDialog>
  );
}
