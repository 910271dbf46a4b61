import type { PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import type { AppointmentMoved } from '../../../domain/appointments/events.ts';
import { nearestFree } from '../../../domain/appointments/proposal.ts';
import { minutesOf } from '../../../domain/appointments/slot-template.ts';
import { type Slot, slotKey } from '../../../domain/appointments/slots.ts';
import { clockTimeAt, type Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Reads } from '../../context.ts';
import { slotsOfDay } from './find-slot.ts';

/**
 * Places of open days, each day read once. What was planned with them and is not written is counted too, so that a plan
 * for many gives no place away twice. Only inside a transaction do they hold until COMMIT.
 */
export class FreePlaces {
  readonly #reads: Reads;
  readonly #days = new Map<PlainDate, readonly Slot[]>();
  readonly #planned = new Map<string, number>();

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** The free place of the date's vaccine nearest to its time of day, at none of the moments that are taken. */
  readonly freeOn = (
    day: PlainDate,
    { productId, startsAt }: PlannedAppointment,
    taken: ReadonlySet<Instant>,
  ): Slot | undefined => {
    const slots = this.#days.get(day) ?? slotsOfDay(this.#reads, day);
    this.#days.set(day, slots);
    const minute = (at: Instant) => minutesOf(clockTimeAt(at, this.#reads.settings.timeZone));
    const open = slots
      .filter((slot) => slot.productId === productId && !taken.has(slot.startsAt))
      .map((slot) => ({
        ...slot,
        taken: slot.taken + (this.#planned.get(slotKey(slot.lane, slot.startsAt)) ?? 0),
      }));
    return nearestFree(open, minute(startsAt), (slot) => minute(slot.startsAt));
  };

  /** This move is planned: its place is taken, and the one before it free. */
  plan({ data: { from, to } }: AppointmentMoved): void {
    for (const [date, by] of [
      [from, -1],
      [to, 1],
    ] as const) {
      if (date.lane === undefined) continue;
      const key = slotKey(date.lane, date.startsAt);
      this.#planned.set(key, (this.#planned.get(key) ?? 0) + by);
    }
  }
}
