import type { LaneId, ProductId, SlotTemplateId } from '../kernel/ids.ts';
import { dayNumber, type PlainDate } from '../kernel/plain-date.ts';

/** Wall clock of the centre, `HH:MM`; the last slot ends at `to` at the latest. */
export interface LaneHours {
  readonly from: string;
  readonly to: string;
}

/** How a usual day looks: opened for a range of days, it becomes slots. */
export interface SlotTemplate {
  readonly templateId: SlotTemplateId;
  readonly name: string;
  readonly productId: ProductId;
  /** 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Opening hours; a break lies between two of them. */
  readonly hours: readonly LaneHours[];
  readonly slotMinutes: number;
  readonly lanes: readonly { readonly lane: LaneId; readonly capacity: number }[];
}

export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: PlainDate): number {
  return ((dayNumber(day) + 3) % 7) + 1;
}
