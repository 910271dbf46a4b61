import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { lotStreamOf, type ReceivedStock } from '../../../domain/stock/events.ts';
import { decideReceive, type ReceiveRefusal } from '../../../domain/stock/keep-stock.ts';
import type { Writes } from '../../context.ts';
import { vialCodes } from '../../store/tables/products/vial-codes.ts';
import { centreVialData } from '../../store/tables/stock/centre-vial-data.ts';
import { fridgesInUse } from '../../store/tables/stock/fridges.ts';
import { runCommand } from '../run-command.ts';

export type ReceiveStockInput = ReceivedStock & { readonly requestId?: string };

/** Takes vials in. Whoever receives them confirms of which product a code is that nobody knew. */
export function receiveStock(
  station: Writes,
  actor: Actor,
  { requestId, ...data }: ReceiveStockInput,
): Result<{ lot: string }, ReceiveRefusal | 'fridge-unknown'> {
  const { db } = station;
  return runCommand(station, { name: 'receive-stock', actor, requestId }, () => {
    const { productId, productCode, fridgeId } = data;
    if (fridgeId && !fridgesInUse(db).some((each) => each.fridgeId === fridgeId))
      return refuse('fridge-unknown');
    const productOfCode = productCode === undefined ? undefined : vialCodes(db).get(productCode);
    const decided = decideReceive({
      ...data,
      thawDays: centreVialData(db, productId).thawDays,
      today: plainDateAt(station.now(), station.settings.timeZone),
      ...(productOfCode ? { productOfCode } : {}),
    });
    if (!decided.ok) return decided;
    const isNew = productCode !== undefined && productOfCode === undefined;
    const learned = isNew
      ? [{ type: 'VialCodeLearned' as const, version: 1 as const, data: { productId, code: productCode } }]
      : [];
    return accept({
      stream: lotStreamOf(data),
      events: decided.value,
      also: [{ stream: CENTRE_STREAM, events: learned }],
      value: { lot: data.lot.trim() },
    });
  });
}
