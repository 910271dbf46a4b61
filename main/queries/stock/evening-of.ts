import type { ShownEvening, ShownLot, ShownVial } from '../../../contracts/ipc/stock-shown.ts';
import { addMinutes, type Instant, secondsBetween } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { eveningAdvice } from '../../../domain/stock/evening.ts';
import type { Reads } from '../../context.ts';
import { centreVialData } from '../../store/tables/stock/centre-vial-data.ts';
import { expectedByProduct } from '../../store/tables/stock/expected.ts';
import { hasReceived } from '../../store/tables/stock/lot-book.ts';
import { waitingNow } from '../appointments/standby-ground.ts';
import { activeProducts } from '../products/active-products.ts';

/** Who is later than that will hardly come. */
const LATE_MINUTES = 40;

/**
 * For each vaccine that the centre gives: what is left, who is expected, and whether another vial is worth opening.
 * Nothing where no vial ever came in: such a centre keeps its stock elsewhere.
 */
export function eveningOf(
  station: Reads,
  vials: readonly ShownVial[],
  lots: readonly ShownLot[],
  today: PlainDate,
  now: Instant,
): ShownEvening[] {
  if (!hasReceived(station.db)) return [];
  const expected = expectedByProduct(station.db, today, addMinutes(now, -LATE_MINUTES));
  const waiting = waitingNow(station).filter(({ fromDay, toDay }) => fromDay <= today && toDay >= today);
  return activeProducts(station.db).map(({ productId, name }) => {
    const { dosesPerVial, usableHours } = centreVialData(station.db, productId);
    const open = vials.filter((vial) => vial.productId === productId && vial.objections.length === 0);
    const guests = expected.filter((each) => each.productId === productId);
    const shown = {
      dosesLeft: open.reduce((sum, { left }) => sum + left, 0),
      expected: guests.length,
      standby: waiting.filter((each) => each.productId === productId).length,
    };
    const advice = eveningAdvice({
      open: open.map(({ left, usableUntil }) =>
        usableUntil === undefined ? { left } : { left, minutes: minutesFrom(now, usableUntil) },
      ),
      expectedIn: guests.map(({ isHere, startsAt }) => (isHere ? 0 : minutesFrom(now, startsAt))),
      standby: shown.standby,
      dosesPerVial,
      ...(usableHours === undefined ? {} : { usableMinutes: usableHours * 60 }),
      closedVials: lots
        .filter((lot) => lot.productId === productId && mayBeOpened(lot))
        .reduce((sum, { closed }) => sum + closed, 0),
    });
    return { productId, product: name, ...shown, advice };
  });
}

function minutesFrom(now: Instant, at: Instant): number {
  return secondsBetween(now, at) / 60;
}

function mayBeOpened({ blocked, isExpired, isThawOver }: ShownLot): boolean {
  return blocked === undefined && !isExpired && !isThawOver;
}
