import type { LaneId, ProductId } from '../kernel/ids.ts';
import { addMinutes, type Instant, instantAt, type TimeZone } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { DateAt } from './events.ts';
import type { OpenLane } from './slot-events.ts';
import { minutesOf } from './slot-template.ts';

/** One slot of one lane with what is left of it. */
export interface Slot {
  readonly lane: LaneId;
  /** What is given in this lane. */
  readonly productId: ProductId;
  readonly day: PlainDate;
  readonly startsAt: Instant;
  readonly durationMinutes: number;
  readonly capacity: number;
  readonly taken: number;
}

/** How many places are taken, by the lane and start of the slot. */
export type TakenPlaces = ReadonlyMap<string, number>;

export function slotKey(lane: LaneId, startsAt: Instant): string {
  return `${startsAt} ${lane}`;
}

/** Every slot of a lane on a day, earliest first. A clock change moves no slot: its span is cut by real time. */
export function slotsOf(lane: OpenLane, day: PlainDate, zone: TimeZone, taken: TakenPlaces): Slot[] {
  return lane.hours.flatMap(({ from, to }) => {
    const slots: Slot[] = [];
    const end = instantAt(day, to, zone);
    let startsAt = instantAt(day, from, zone);
    for (;;) {
      const next = addMinutes(startsAt, lane.slotMinutes);
      if (next > end) return slots;
      slots.push({
        lane: lane.lane,
        productId: lane.productId,
        day,
        startsAt,
        durationMinutes: lane.slotMinutes,
        capacity: lane.capacity,
        taken: taken.get(slotKey(lane.lane, startsAt)) ?? 0,
      });
      startsAt = next;
    }
  });
}

/** How many people a lane takes on an ordinary day. */
export function placesOf({ hours, slotMinutes, capacity }: OpenLane): number {
  const slots = hours.map(({ from, to }) => Math.floor((minutesOf(to) - minutesOf(from)) / slotMinutes));
  return capacity * slots.reduce((sum, count) => sum + Math.max(0, count), 0);
}

export function freeIn(slot: Slot): number {
  return Math.max(0, slot.capacity - slot.taken);
}

export function dateAt({ lane, day, startsAt, durationMinutes }: Slot): DateAt {
  return { lane, day, startsAt, durationMinutes };
}

export type SlotRefusal = 'slot-unknown' | 'slot-full' | 'slot-over';

/** Whether one more fits; `slot` is what the store knows of it while it holds the write lock. */
export function whyNoPlace(slot: Slot | undefined, now: Instant): SlotRefusal | undefined {
  if (!slot) return 'slot-unknown';
  if (addMinutes(slot.startsAt, slot.durationMinutes) <= now) return 'slot-over';
  return freeIn(slot) > 0 ? undefined : 'slot-full';
}
