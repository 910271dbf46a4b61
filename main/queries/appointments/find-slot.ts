import { type Slot, slotsOf } from '../../../domain/appointments/slots.ts';
import type { LaneId, ProductId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Reads } from '../../context.ts';
import { openLanesBetween, takenPlaces } from '../../store/tables/appointments/slots.ts';

/** Every slot of a day's open lanes with what is taken by now. Inside a command it holds until COMMIT. */
export function slotsOfDay(station: Reads, day: PlainDate, exceptOffer?: string): Slot[] {
  const { db, settings } = station;
  const lanes = openLanesBetween(db, day, day);
  if (lanes.length === 0) return [];
  const taken = takenPlaces(db, day, station.now(), exceptOffer);
  return lanes
    .flatMap((lane) => slotsOf(lane, day, settings.timeZone, taken))
    .sort((one, other) => (one.startsAt === other.startsAt ? 0 : one.startsAt < other.startsAt ? -1 : 1));
}

/** The slot of that lane which begins at that moment. */
export function slotAt(
  station: Reads,
  lane: LaneId,
  startsAt: Instant,
  exceptOffer?: string,
): Slot | undefined {
  const day = plainDateAt(startsAt, station.settings.timeZone);
  return slotsOfDay(station, day, exceptOffer).find(
    (slot) => slot.lane === lane && slot.startsAt === startsAt,
  );
}

/** A free place in a slot that is running at that moment, the one that began last first. */
export function freeSlotDuring(station: Reads, now: Instant, productId: ProductId): Slot | undefined {
  const day = plainDateAt(now, station.settings.timeZone);
  return slotsOfDay(station, day).findLast(
    ({ productId: given, startsAt, durationMinutes, taken, capacity }) =>
      given === productId &&
      startsAt <= now &&
      now < addMinutes(startsAt, durationMinutes) &&
      taken < capacity,
  );
}
