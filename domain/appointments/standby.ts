import type { AppointmentId, LaneId, OfferId, PersonId, ProductId, StandbyId } from '../kernel/ids.ts';
import { addMinutes, type Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { isSameSeries } from '../products/catalogue.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { DateAt } from './events.ts';
import { freeIn, type Slot } from './slots.ts';
import type { StandbyJoined, StandbyLeft, StandbyOfferEnded, StandbyOffered } from './standby-events.ts';

/** One person's waiting and what they were offered. */
export interface StandbyState {
  readonly waiting: readonly StandbyJoined['data'][];
  readonly offers: readonly StandbyOffered['data'][];
}

export const noStandby: StandbyState = { waiting: [], offers: [] };

export function evolveStandby(state: StandbyState, { event }: RecordedEvent): StandbyState {
  switch (event.type) {
    case 'StandbyJoined':
      return { ...state, waiting: [...state.waiting, event.data] };
    case 'StandbyLeft': {
      const { standbyId } = event.data;
      return { ...state, waiting: state.waiting.filter((each) => each.standbyId !== standbyId) };
    }
    case 'StandbyOffered':
      return { ...state, offers: [...state.offers, event.data] };
    case 'StandbyOfferEnded': {
      const { offerId } = event.data;
      return { ...state, offers: state.offers.filter((each) => each.offerId !== offerId) };
    }
    default:
      return state;
  }
}

/** Somebody who is erased waits for nothing any more, and no place is held for them. */
export function leaveForErasure(
  { waiting, offers }: StandbyState,
  personId: PersonId,
): (StandbyLeft | StandbyOfferEnded)[] {
  return [
    ...offers.map(
      ({ offerId, standbyId }): StandbyOfferEnded => ({
        type: 'StandbyOfferEnded',
        version: 1,
        data: { offerId, standbyId, personId, how: 'withdrawn' },
      }),
    ),
    ...waiting.map(
      ({ standbyId }): StandbyLeft => ({
        type: 'StandbyLeft',
        version: 1,
        data: { standbyId, personId, reason: 'asked' },
      }),
    ),
  ];
}

export type JoinRefusal = 'standby-already' | 'standby-range-invalid';

export function decideJoinStandby(
  state: StandbyState,
  command: StandbyJoined['data'],
  today: PlainDate,
): Result<StandbyJoined[], JoinRefusal> {
  if (command.toDay < command.fromDay || command.toDay < today) return refuse('standby-range-invalid');
  if (state.waiting.some((each) => isSameDose(each, command))) return refuse('standby-already');
  return accept([{ type: 'StandbyJoined', version: 1, data: command }]);
}

function isSameDose(one: StandbyJoined['data'], other: StandbyJoined['data']): boolean {
  return one.plannedDose === other.plannedDose && isSameSeries(one.productId, other.productId);
}

/** Somebody waiting, as the list has them: the one who joined first comes first. */
export interface Waiting {
  readonly standbyId: StandbyId;
  readonly personId: PersonId;
  readonly productId: ProductId;
  readonly fromDay: PlainDate;
  readonly toDay: PlainDate;
  readonly lane?: LaneId;
  /** Slots that they were offered before and did not take, by `slotKey`. */
  readonly refused: ReadonlySet<string>;
  /** Their open date for the same dose: a later place is no offer to them. */
  readonly bookedAt?: Instant;
  /** The first day on which the schedule allows the dose, and the last. */
  readonly earliest?: PlainDate;
  readonly latest?: PlainDate;
}

/** A place that is held for somebody. */
export interface OpenOffer {
  readonly offerId: OfferId;
  readonly standbyId: StandbyId;
  readonly personId: PersonId;
  readonly day: PlainDate;
  readonly lane?: LaneId;
}

/** How soon somebody can be there. */
export const NOTICE_MINUTES = 30;
/** How long an offer holds its place. */
export const OFFER_MINUTES = 15;

/** The first place that suits them, if any: in their days and lane, allowed, not refused, and sooner than what they have. */
export function placeFor(
  waiting: Waiting,
  slots: Iterable<Slot>,
  now: Instant,
  keyOf: (slot: Slot) => string,
): Slot | undefined {
  const soonest = addMinutes(now, NOTICE_MINUTES);
  for (const slot of slots) {
    if (slot.startsAt < soonest || freeIn(slot) === 0) continue;
    if (slot.productId !== waiting.productId) continue;
    if (slot.day < waiting.fromDay || slot.day > waiting.toDay) continue;
    if (waiting.lane !== undefined && waiting.lane !== slot.lane) continue;
    if (waiting.earliest !== undefined && slot.day < waiting.earliest) continue;
    if (waiting.latest !== undefined && slot.day > waiting.latest) continue;
    if (waiting.bookedAt !== undefined && slot.startsAt >= waiting.bookedAt) continue;
    if (waiting.refused.has(keyOf(slot))) continue;
    return slot;
  }
  return undefined;
}

export function offer(
  waiting: Pick<Waiting, 'standbyId' | 'personId'>,
  place: DateAt,
  more: { readonly offerId: OfferId; readonly now: Instant; readonly occasion: 'free-place' | 'doses-left' },
): StandbyOffered {
  const { offerId, now, occasion } = more;
  const { standbyId, personId } = waiting;
  const lasts = addMinutes(now, OFFER_MINUTES);
  // An offer never outlives its place.
  const expiresAt = lasts < place.startsAt ? lasts : place.startsAt;
  return {
    type: 'StandbyOffered',
    version: 1,
    data: { offerId, standbyId, personId, place, occasion, expiresAt },
  };
}

export type OfferRefusal = 'offer-unknown' | 'offer-expired';

export function decideEndOffer(
  state: StandbyState,
  command: {
    readonly offerId: OfferId;
    readonly how: StandbyOfferEnded['data']['how'];
    readonly now: Instant;
    readonly appointmentId?: AppointmentId;
  },
): Result<StandbyOfferEnded[], OfferRefusal> {
  const open = state.offers.find(({ offerId }) => offerId === command.offerId);
  if (!open) return refuse('offer-unknown');
  if (command.how === 'accepted' && open.expiresAt <= command.now) return refuse('offer-expired');
  const { offerId, how, appointmentId } = command;
  const { standbyId, personId } = open;
  return accept([
    {
      type: 'StandbyOfferEnded',
      version: 1,
      data: { offerId, standbyId, personId, how, ...(appointmentId ? { appointmentId } : {}) },
    },
  ]);
}
