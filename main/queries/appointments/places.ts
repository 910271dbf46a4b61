import type { DateWish } from '../../../domain/appointments/decide-dates.ts';
import type { AppointmentBooked } from '../../../domain/appointments/events.ts';
import { type Slot, slotKey } from '../../../domain/appointments/slots.ts';
import type { ProductId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Reads } from '../../context.ts';
import { slotsOfDay } from './find-slot.ts';

/**
 * The places of one transaction: each day looked up once, and what was decided but not committed yet is counted.
 * A list of a thousand dates looks at its days, not at each date.
 */
export class Places {
  readonly #reads: Reads;
  readonly #days = new Map<PlainDate, readonly Slot[]>();
  readonly #decided = new Map<string, number>();

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** The slot in the lane that is wished, or a free one at that moment in any lane of the product. */
  readonly placeOf = ({ lane, startsAt, day: known }: DateWish, productId: ProductId): Slot | undefined => {
    const day = known ?? plainDateAt(startsAt, this.#reads.settings.timeZone);
    const slots = this.#days.get(day) ?? slotsOfDay(this.#reads, day);
    this.#days.set(day, slots);
    if (slots.length === 0) return undefined;
    const at = slots
      .filter((slot) => slot.startsAt === startsAt && slot.productId === productId)
      .map((slot) => this.#counted(slot));
    return at.find((slot) => (lane === undefined ? slot.taken < slot.capacity : slot.lane === lane));
  };

  /** These dates are decided, and will be committed in this transaction. */
  take(booked: readonly AppointmentBooked[]): void {
    for (const { version, data } of booked) {
      if (version !== 5) continue;
      const key = slotKey(data.lane, data.startsAt);
      this.#decided.set(key, (this.#decided.get(key) ?? 0) + 1);
    }
  }

  #counted(slot: Slot): Slot {
    const decided = this.#decided.get(slotKey(slot.lane, slot.startsAt)) ?? 0;
    return decided === 0 ? slot : { ...slot, taken: slot.taken + decided };
  }
}
