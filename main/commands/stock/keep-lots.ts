import type { StaffId } from '../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Refused, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { type LotName, lotStreamOf, type StockEvent } from '../../../domain/stock/events.ts';
import { decideBlock, decideCount, decideExtend, decideRelease } from '../../../domain/stock/keep-stock.ts';
import type { LotState } from '../../../domain/stock/lot-state.ts';
import type { Writes } from '../../context.ts';
import { lotState } from '../../queries/stock/lot-ground.ts';
import { runCommand } from '../run-command.ts';

export interface LotInput extends LotName {
  readonly requestId?: string;
}

/** From now on nobody gives this lot without four eyes and a reason. */
export function blockLot(station: Writes, actor: Actor, input: LotInput & { readonly reason: string }) {
  return changeLot(station, actor, 'block-lot', input, (lot) => decideBlock(lot, input));
}

export function releaseLot(
  station: Writes,
  actor: Actor,
  input: LotInput & { readonly reason: string; readonly approvedBy: StaffId },
) {
  return changeLot(station, actor, 'release-lot', input, (lot) => decideRelease(lot, input));
}

export function extendExpiry(
  station: Writes,
  actor: Actor,
  input: LotInput & { readonly expiresOn: PlainDate; readonly source: string },
) {
  return changeLot(station, actor, 'extend-expiry', input, (lot) => decideExtend(lot, input));
}

/** Closed vials of one lot as they lie there. */
export function countStock(station: Writes, actor: Actor, input: LotInput & { readonly vials: number }) {
  return changeLot(station, actor, 'count-stock', input, (lot) => decideCount(lot, input));
}

function changeLot<Refusal>(
  station: Writes,
  actor: Actor,
  name: string,
  { requestId, productId, lot }: LotInput,
  decide: (lot: LotState | undefined) => Result<readonly StockEvent[], Refusal>,
): Result<{ lot: string }, Refusal> {
  return runCommand(station, { name, actor, requestId }, () => {
    const decided = decide(lotState(station, { productId, lot }));
    if (!decided.ok) return decided satisfies Refused<Refusal>;
    return accept({ stream: lotStreamOf({ productId, lot }), events: decided.value, value: { lot } });
  });
}
