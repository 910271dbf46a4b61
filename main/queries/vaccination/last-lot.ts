import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { ProductId } from '../../../domain/kernel/ids.ts';
import { productActiveUnasked, productOf } from '../../../domain/products/catalogue.ts';
import type { WritableDb } from '../../store/database.ts';
import { keepSetting, type LastLot, settingOf } from '../../store/settings.ts';
import { vialCodes } from '../../store/tables/products/vial-codes.ts';

/** The lot of this product that was used last at this station, if any was, and which vials are known here. */
export function lastLot(db: WritableDb, productId: ProductId): ChannelOutput<'desk.last-lot'> {
  const codes = [...vialCodes(db)];
  const otherVials = codes.flatMap(([code, product]) =>
    product === productId ? [] : [{ code, product: productOf(product)?.name ?? product }],
  );
  return {
    ...lastLots(db)[productId],
    knownVials: codes.flatMap(([code, product]) => (product === productId ? [code] : [])),
    ...(otherVials.length > 0 ? { otherVials } : {}),
  };
}

/** So that the form starts with it next time. */
export function keepLastLot(db: WritableDb, productId: ProductId, lot: LastLot): void {
  keepSetting(db, 'last-lots', { ...lastLots(db), [productId]: lot });
}

function lastLots(db: WritableDb): Readonly<Record<string, LastLot>> {
  const before = settingOf(db, 'last-lot');
  return settingOf(db, 'last-lots') ?? (before ? { [productActiveUnasked]: before } : {});
}
