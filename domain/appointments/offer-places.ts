import type { OfferId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { dateAt, type Slot, slotKey } from './slots.ts';
import { offer, placeFor, type Waiting } from './standby.ts';
import type { StandbyOffered } from './standby-events.ts';

export interface OfferGround {
  /** Who holds no offer, in the order in which they joined. */
  readonly waiting: () => readonly Waiting[];
  readonly slotsOfDay: (day: PlainDate) => readonly Slot[];
  readonly newOfferId: () => OfferId;
  readonly now: () => Instant;
  readonly today: () => PlainDate;
}

/** Offers every free place to whoever waits for one like it, first come first served. */
export function offerPlaces(ground: OfferGround): StandbyOffered[] {
  const [now, today] = [ground.now(), ground.today()];
  const free = freePlaces(ground.slotsOfDay);
  return ground.waiting().flatMap((waiting) => {
    const from = waiting.fromDay > today ? waiting.fromDay : today;
    const slot = placeFor(waiting, free.between(from, waiting.toDay), now, ({ lane, startsAt }) =>
      slotKey(lane, startsAt),
    );
    if (!slot) return [];
    free.take(slot);
    return [offer(waiting, dateAt(slot), { offerId: ground.newOfferId(), now, occasion: 'free-place' })];
  });
}

/** Free places day by day, each day looked up once; what was just offered is no longer free. */
function freePlaces(slotsOfDay: OfferGround['slotsOfDay']) {
  const days = new Map<PlainDate, readonly Slot[]>();
  const slotsOn = (day: PlainDate): readonly Slot[] => {
    const known = days.get(day) ?? slotsOfDay(day);
    days.set(day, known);
    return known;
  };
  return {
    *between(from: PlainDate, to: PlainDate): Generator<Slot> {
      for (let day = from; day <= to; day = addDays(day, 1)) yield* slotsOn(day);
    },
    take({ day, lane, startsAt }: Slot): void {
      const left = slotsOn(day).map((slot) =>
        slot.lane === lane && slot.startsAt === startsAt ? { ...slot, taken: slot.taken + 1 } : slot,
      );
      days.set(day, left);
    },
  };
}
