import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { ShownLot } from '../../../contracts/ipc/stock-shown.ts';
import { Said } from '../../../ui/said.tsx';
import { BlockDialog } from './block-dialog.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { EveningHelp } from './evening-help.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { LotTable } from './lot-table.tsx';
import { OpenVialDialog } from './open-vial-dialog.tsx';
import { OpenVials } from './open-vials.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import type { ScannedVial } from './scanned-vial.ts';
import type { StockStep } from './stock-step.ts';

/** What is there, by vaccine and lot, and what stands open. */
export function LotsTab({
  stock,
  scanned,
  onTaken,
  onReceive,
}: {
  stock: ChannelOutput<'stock.overview'>;
  scanned: ScannedVial | undefined;
  onTaken(): void;
  /** To where vials are received; absent for whoever may not. */
  onReceive: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const [step, setStep] = useState<StockStep>();
  const close = () => setStep(undefined);
  const found = scanned && stock.lots.find(isLotOf(scanned));
  return (
    <div className="stock-tab">
      {scanned && !found && (
        <Said tone="warning" testId="scanned-unknown">
          {t('stock.scannedUnknown', { lot: scanned.lot ?? '?' })}
        </Said>
      )}
      {stock.lots.length + stock.vials.length > 0 && <EveningHelp evening={stock.evening} />}
      <OpenVials vials={stock.vials} onDiscard={(vial) => setStep({ kind: 'discard-open', vial })} />
      <LotTable lots={stock.lots} onStep={setStep} onReceive={onReceive} />
      {scanned && found && <OpenVialDialog lot={found} serial={scanned.serial} onClose={onTaken} />}
      {step?.kind === 'open' && <OpenVialDialog lot={step.lot} serial={undefined} onClose={close} />}
      {(step?.kind === 'block' || step?.kind === 'block-other') && (
        <BlockDialog
          lot={step.kind === 'block' ? step.lot : undefined}
          products={stock.products}
          onClose={close}
        />
      )}
      {step?.kind === 'release' && <ReleaseDialog lot={step.lot} onClose={close} />}
      {step?.kind === 'extend' && <ExtendDialog lot={step.lot} onClose={close} />}
      {step?.kind === 'discard-closed' && (
        <DiscardDialog name={step.lot} closed={step.lot.closed} onClose={close} />
      )}
      {step?.kind === 'discard-open' && <DiscardDialog name={step.vial} vial={step.vial} onClose={close} />}
    </div>
  );
}

function isLotOf({ lot, productId }: ScannedVial) {
  return (each: ShownLot) =>
    each.lot.toUpperCase() === lot?.toUpperCase() &&
    (productId === undefined || productId === each.productId);
}
