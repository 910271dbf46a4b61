import type { ProductId, VialId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { isThawedInTime, type LotState } from './lot-state.ts';
import { isUsable, type OpenedVial, objectionsTo } from './open-vial.ts';
import type { VialObjection } from './vial-objection.ts';

/** What is known of the lot in the hand. */
export interface LotGround {
  /** Whether the centre ever received anything: without it there are no vials to speak of. */
  readonly keepsStock: boolean;
  /** Undefined for a lot that never came in, as far as this station knows. */
  readonly lot: LotState | undefined;
  /** Nothing of the lot came in of this product, but of that one. */
  readonly otherProduct?: ProductId;
  /** All vials of the lot that were ever opened, in that order. */
  readonly vials: readonly OpenedVial[];
  readonly now: Instant;
  readonly today: PlainDate;
}

/** What the desk says about the vial beside its lot. */
export interface VialWish {
  readonly vialId?: VialId;
  /** Another one is opened with this dose. */
  readonly opensNew?: boolean;
  /** Of the code that was scanned, where it has one. */
  readonly serial?: string;
  /** The vial of the dose before at this station: taken where several stand open and none was scanned. */
  readonly lastVialId?: VialId;
}

/** Which vial a dose comes from, and what speaks against it. */
export type VialPlace =
  | { readonly kind: 'no-stock' }
  /** The lot never came in as far as it is known here: nothing is bound. */
  | { readonly kind: 'no-vial'; readonly objections: readonly VialObjection[] }
  | { readonly kind: 'open'; readonly vial: OpenedVial; readonly objections: readonly VialObjection[] }
  | { readonly kind: 'new'; readonly objections: readonly VialObjection[] }
  | {
      readonly kind: 'choose';
      readonly vials: readonly OpenedVial[];
      readonly objections: readonly VialObjection[];
    };

/**
 * Finds the vial: the one that was named or whose number was scanned, else the one of its lot that stands open, else a
 * new one. A lot of which nothing is left by the books is most likely an empty vial that was scanned again; whoever has
 * a full one in the hand says so.
 */
export function placeOf(ground: LotGround, wish: VialWish): VialPlace {
  const { keepsStock, lot, vials, now, today } = ground;
  const ofLot: VialObjection[] = lot?.blocked === undefined ? [] : ['lot-blocked'];
  if (!keepsStock && ofLot.length === 0) return { kind: 'no-stock' };
  if (!lot || lot.received === 0) return { kind: 'no-vial', objections: [...ofLot, ...notReceived(ground)] };
  const from = (vial: OpenedVial): VialPlace => ({
    kind: 'open',
    vial,
    objections: [...ofLot, ...objectionsTo(vial, now)],
  });
  const opensNew: VialPlace = {
    kind: 'new',
    objections: [...ofLot, ...(isThawedInTime(lot, today) ? [] : ['thaw-over' as const])],
  };
  if (wish.opensNew) return opensNew;
  const named =
    vials.find(({ vialId }) => vialId === wish.vialId) ??
    vials.find(({ serial }) => serial !== undefined && serial === wish.serial);
  if (named) return from(named);
  if (wish.serial !== undefined && lot.batches.length > 0 && knowsSerials(vials)) return opensNew;
  const usable = vials.filter((vial) => isUsable(vial, now));
  const last = usable.find(({ vialId }) => vialId === wish.lastVialId);
  if (last) return from(last);
  const [only, another] = usable;
  if (only && another) return { kind: 'choose', vials: usable, objections: ofLot };
  if (only) return from(only);
  const latest = vials.at(-1);
  return latest && lot.batches.length === 0 ? from(latest) : opensNew;
}

function notReceived({ keepsStock, otherProduct }: LotGround): VialObjection[] {
  if (!keepsStock) return [];
  return [otherProduct === undefined ? 'lot-unknown' : 'other-product'];
}

/** Where vials carry numbers of their own, one with a new number is another vial. */
function knowsSerials(vials: readonly OpenedVial[]): boolean {
  return vials.some(({ serial }) => serial !== undefined);
}
