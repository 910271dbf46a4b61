import type { ShownEvening, ShownVial } from '../../../contracts/ipc/stock-contract.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { vialDataOf } from '../../../domain/products/vial-data.ts';
import { eveningAdvice } from '../../../domain/stock/evening.ts';
import type { Reads } from '../../context.ts';
import { expectedByProduct } from '../../store/tables/stock/expected.ts';
import { waitingNow } from '../appointments/standby-ground.ts';
import { activeProducts } from '../products/active-products.ts';

/** Who is later than that will hardly come. */
const LATE_MINUTES = 40;

/** For each vaccine that the centre gives: what is left, who is expected, and whether another vial is worth opening. */
export function eveningOf(
  station: Reads,
  vials: readonly ShownVial[],
  today: PlainDate,
  now: Instant,
): ShownEvening[] {
  const expected = expectedByProduct(station.db, today, addMinutes(now, -LATE_MINUTES));
  const waiting = waitingNow(station).filter(({ fromDay, toDay }) => fromDay <= today && toDay >= today);
  return activeProducts(station.db).map(({ productId, name }) => {
    const { dosesPerVial } = vialDataOf(productId);
    const facts = {
      dosesLeft: vials
        .filter((vial) => vial.productId === productId && vial.objections.length === 0)
        .reduce((sum, { left }) => sum + left, 0),
      expected: expected.get(productId) ?? 0,
      standby: waiting.filter((each) => each.productId === productId).length,
    };
    return { productId, product: name, ...facts, advice: eveningAdvice({ ...facts, dosesPerVial }) };
  });
}
