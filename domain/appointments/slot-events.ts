import type { EventOf } from '../kernel/event.ts';
import type { LaneId, ProductId, SlotTemplateId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { LaneHours, SlotTemplate } from './slot-template.ts';

/** The streams of these events: `centre` for templates and holidays, one for each day for its slots. */
export const CENTRE_STREAM = 'centre';

export function dayStreamOf(day: PlainDate): string {
  return `day:${day}`;
}

export type SlotTemplateSaved = EventOf<'SlotTemplateSaved', 1, SlotTemplate>;
export type SlotTemplateRemoved = EventOf<'SlotTemplateRemoved', 1, { readonly templateId: SlotTemplateId }>;

/** A day on which the centre stays closed: no slots are opened on it. */
export type HolidaySet = EventOf<'HolidaySet', 1, { readonly day: PlainDate; readonly name: string }>;
export type HolidayLifted = EventOf<'HolidayLifted', 1, { readonly day: PlainDate }>;

/** A lane as it is open on one day: copied from the template, which may change afterwards. */
export interface OpenLane {
  readonly lane: LaneId;
  readonly productId: ProductId;
  readonly hours: readonly LaneHours[];
  readonly slotMinutes: number;
  /** How many people a slot of this lane takes. */
  readonly capacity: number;
}

export type SlotsOpened = EventOf<
  'SlotsOpened',
  1,
  { readonly day: PlainDate; readonly templateId: SlotTemplateId; readonly lanes: readonly OpenLane[] }
>;

export type CloseReason = 'staff' | 'vaccine' | 'building' | 'other';

/** No more places in these lanes on this day. Dates in them are cancelled in their people's own streams. */
export type SlotsClosed = EventOf<
  'SlotsClosed',
  1,
  { readonly day: PlainDate; readonly lanes: readonly LaneId[]; readonly reason: CloseReason }
>;

/** How a centre splits the places of each slot of a lane, in percent; the rest is the desk's alone. */
export interface OnlineShare {
  /** What headquarters may give away on the booking page and to connected systems. */
  readonly onlinePercent: number;
  /** What is kept for people who come without a date: headquarters never gives it away. */
  readonly walkInPercent: number;
}

/** How the places of every slot are split from now on. In the centre's stream; headquarters goes by it. */
export type OnlineShareSet = EventOf<'OnlineShareSet', 1, OnlineShare>;

export type SlotEvent =
  | SlotTemplateSaved
  | SlotTemplateRemoved
  | HolidaySet
  | HolidayLifted
  | SlotsOpened
  | SlotsClosed
  | OnlineShareSet;
