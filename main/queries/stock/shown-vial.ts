import type { ShownVial } from '../../../contracts/ipc/stock-shown.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { LotName } from '../../../domain/stock/events.ts';
import { dosesLeft, type OpenedVial, objectionsTo } from '../../../domain/stock/open-vial.ts';

export function shownVial({ productId, lot }: LotName, vial: OpenedVial, now: Instant): ShownVial {
  const { vialId, number, doses, openedAt, usableUntil } = vial;
  return {
    vialId,
    productId,
    product: productOf(productId)?.name ?? productId,
    lot,
    number,
    doses,
    left: dosesLeft(vial),
    openedAt,
    ...(usableUntil ? { usableUntil } : {}),
    objections: objectionsTo(vial, now),
  };
}
