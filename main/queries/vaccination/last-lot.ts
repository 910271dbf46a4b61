import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { ProductId, VialId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked, productOf } from '../../../domain/products/catalogue.ts';
import { usableDay } from '../../../domain/stock/lot-state.ts';
import type { Reads } from '../../context.ts';
import type { ReadableDb, WritableDb } from '../../store/database.ts';
import { keepSetting, type LastLot, settingOf } from '../../store/settings.ts';
import { vialCodes } from '../../store/tables/products/vial-codes.ts';
import { lotState } from '../stock/lot-ground.ts';

/** The lot of this product that was used last at this station and can still be used, and which vials are known here. */
export function lastLot({ db, now, settings }: Reads, productId: ProductId): ChannelOutput<'desk.last-lot'> {
  const codes = [...vialCodes(db)];
  const last = lastLots(db)[productId];
  const expiresOn = last && usableDay(lotState({ db }, { productId, lot: last.lot }), last.expiresOn);
  const isExpired = expiresOn !== undefined && expiresOn < plainDateAt(now(), settings.timeZone);
  const otherVials = codes.flatMap(([code, product]) =>
    product === productId ? [] : [{ code, product: productOf(product)?.name ?? product }],
  );
  return {
    ...(last && !isExpired ? { lot: last.lot, ...(expiresOn ? { expiresOn } : {}) } : {}),
    knownVials: codes.flatMap(([code, product]) => (product === productId ? [code] : [])),
    ...(otherVials.length > 0 ? { otherVials } : {}),
  };
}

/** So that the form starts with it next time. */
export function keepLastLot(db: WritableDb, productId: ProductId, lot: LastLot): void {
  keepSetting(db, 'last-lots', { ...lastLots(db), [productId]: lot });
}

/** When that lot of this product expires, where it was told with the dose before. */
export function knownExpiry(db: ReadableDb, productId: ProductId, lot: string): PlainDate | undefined {
  const last = lastLots(db)[productId];
  return last?.lot === lot.trim() ? last.expiresOn : undefined;
}

/** The vial that the last dose of that lot came from at this station. */
export function lastVial(db: ReadableDb, productId: ProductId, lot: string): VialId | undefined {
  const last = lastLots(db)[productId];
  return last?.lot === lot.trim() ? last.vialId : undefined;
}

function lastLots(db: ReadableDb): Readonly<Record<string, LastLot>> {
  const before = settingOf(db, 'last-lot');
  return settingOf(db, 'last-lots') ?? (before ? { [productActiveUnasked]: before } : {});
}
