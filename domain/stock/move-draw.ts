import type { DoseId, PersonId, VialId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { type DrawMoved, type LotName, lotStreamOf } from './events.ts';
import type { LotState } from './lot-state.ts';
import type { OpenedVial } from './open-vial.ts';
import type { MoveObjection } from './vial-objection.ts';
import type { LotGround } from './vial-place.ts';

/** A dose as the stock has it by now. */
export interface Draw extends LotName {
  readonly doseId: DoseId;
  readonly personId: PersonId;
  readonly vialId?: VialId;
  readonly drawnAt: Instant;
}

/**
 * The lot or the vaccine of a dose was entered wrongly: it never came out of the vial it was booked from, which holds it
 * by the books again, but out of one of the right lot. Nothing is opened by it: that vial was pierced when the dose was
 * given, not now. Undefined where it is of that lot already.
 */
export function decideMoveDraw(
  draw: Draw,
  to: LotName,
  ground: Omit<LotGround, 'now' | 'today'>,
): DrawMoved | undefined {
  if (lotStreamOf(draw) === lotStreamOf(to)) return undefined;
  const { doseId, personId, productId, lot, vialId } = draw;
  const vial = ground.vials.find((each) => canHaveHeld(each, draw.drawnAt));
  const data = {
    doseId,
    personId,
    from: { productId, lot, ...(vialId ? { vialId } : {}) },
    productId: to.productId,
    lot: to.lot,
    ...(vial ? { vialId: vial.vialId } : {}),
    objections: objectionsTo(ground, vial),
  };
  return { type: 'DrawMoved', version: 1, data };
}

/** It stood open then, and a dose is left in it by what is known now. */
function canHaveHeld(
  { openedAt, usableUntil, discarded, drawn, doses }: OpenedVial,
  drawnAt: Instant,
): boolean {
  const stoodOpen = openedAt <= drawnAt && (usableUntil === undefined || usableUntil > drawnAt);
  return stoodOpen && discarded === undefined && drawn < doses;
}

function objectionsTo(
  { keepsStock, lot, otherProduct }: Omit<LotGround, 'now' | 'today'>,
  vial: OpenedVial | undefined,
): MoveObjection[] {
  const blocked: MoveObjection[] = lot?.blocked === undefined ? [] : ['lot-blocked'];
  if (wasReceived(lot)) return vial ? blocked : [...blocked, 'no-vial-open'];
  if (!keepsStock) return blocked;
  return [...blocked, otherProduct === undefined ? 'lot-unknown' : 'other-product'];
}

function wasReceived(lot: LotState | undefined): boolean {
  return lot !== undefined && lot.received > 0;
}
