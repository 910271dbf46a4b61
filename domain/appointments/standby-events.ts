import type { EventOf } from '../kernel/event.ts';
import type { AppointmentId, LaneId, OfferId, PersonId, ProductId, StandbyId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { DateAt } from './events.ts';

/** How somebody on stand-by is reached; number and address are those of their record. */
export type StandbyReach = 'phone' | 'email' | 'here';

export type StandbyJoined = EventOf<
  'StandbyJoined',
  1,
  {
    readonly standbyId: StandbyId;
    readonly personId: PersonId;
    readonly productId: ProductId;
    readonly plannedDose: number;
    readonly fromDay: PlainDate;
    readonly toDay: PlainDate;
    /** Absent where any lane will do. */
    readonly lane?: LaneId;
    readonly reach: StandbyReach;
  }
>;

export type StandbyLeft = EventOf<
  'StandbyLeft',
  1,
  { readonly standbyId: StandbyId; readonly personId: PersonId; readonly reason: 'asked' | 'booked' }
>;

/** A place is held for them until `expiresAt`. `doses-left`: open vials at the end of a day, without a slot. */
export type StandbyOffered = EventOf<
  'StandbyOffered',
  1,
  {
    readonly offerId: OfferId;
    readonly standbyId: StandbyId;
    readonly personId: PersonId;
    readonly place: DateAt;
    readonly occasion: 'free-place' | 'doses-left';
    readonly expiresAt: Instant;
  }
>;

export type StandbyOfferEnded = EventOf<
  'StandbyOfferEnded',
  1,
  {
    readonly offerId: OfferId;
    readonly standbyId: StandbyId;
    readonly personId: PersonId;
    readonly how: 'accepted' | 'declined' | 'expired' | 'withdrawn';
    /** The date that came of it. */
    readonly appointmentId?: AppointmentId;
  }
>;

export type StandbyEvent = StandbyJoined | StandbyLeft | StandbyOffered | StandbyOfferEnded;
